/** JSON-LD in the compact, flat form that RO-Crate asks for. */

/** Points to an entity. */
export interface Reference {
  '@id': string;
}

/** Something that a crate describes. */
export interface Entity {
  [property: string]: string | Reference | Reference[] | undefined;
  '@id': string;
  '@type': string;
}
