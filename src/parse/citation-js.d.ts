/** The part of citation-js that is used; the package has no types of its own. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string);
    /** CSL-JSON. */
    data: unknown[];
  }
}

declare module '@citation-js/plugin-bibtex';
