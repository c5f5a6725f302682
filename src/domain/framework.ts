/** A theoretical framework: dimensions, their components, and propositions. */
import type { Place, Translations, Content } from './text.js';

/** A statement of the theory about a dimension or a component. */
export interface Proposition {
  id: string;
  /** The rating expected where success is seen; null if the proposition gives no sign. */
  expects: string | null;
  text: string;
  place: Place;
}

/** A component of a dimension: what each case is asked. */
export interface Component {
  id: string;
  code: string | null;
  /** The heading. */
  title: string;
  titles: Translations;
  aliases: string[];
  question: string | null;
  questions: Translations;
  propositions: Proposition[];
  /** Ids of propositions that are stated under another component and concern this one too. */
  see: string[];
  about: Content;
  /** Id of the component of which this is a sub-component. */
  parent: string | null;
  place: Place;
}

/** A dimension of a framework, with its components. */
export interface Dimension {
  id: string;
  code: string | null;
  title: string;
  titles: Translations;
  aliases: string[];
  propositions: Proposition[];
  about: Content;
  /** In the order of the framework, sub-components behind their component. */
  components: Component[];
  place: Place;
}

/** A theoretical framework. */
export interface Framework {
  id: string;
  title: string;
  propositions: Proposition[];
  about: Content;
  dimensions: Dimension[];
}
