/** The parts of citation-js that are used; the packages have no types of their own. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown);
    /** CSL-JSON. */
    data: object[];
  }
}

declare module '@citation-js/plugin-bibtex';
