/** Where blocks stand and how words look there. It is handed down and never changed in place. */

/** How words look. */
export interface Look {
  isStrong: boolean;
  isEmphatic: boolean;
  isDeleted: boolean;
  isLink: boolean;
  /** A style of characters. */
  style: string | null;
  language: string | null;
  /** Within a footnote no other can stand. */
  isNote: boolean;
}

/** Where blocks stand. */
export interface Scope {
  look: Look;
  /** Name of a style of paragraphs, without the mark of those in tables. */
  style: string | null;
  /** The style that quotations have here. */
  quote: string;
  isCell: boolean;
  /** Headings here are part of the report's outline. */
  isOutline: boolean;
  /** Of the text, in twips. */
  width: number;
  /** From the left, in twips: of lists. */
  indent: number;
  /** How many lists this stands in. */
  level: number;
  keepsNext: boolean;
  /** What a caption here belongs to. */
  captioned: 'table' | 'figure';
}

const plainLook: Look = {
  isStrong: false,
  isEmphatic: false,
  isDeleted: false,
  isLink: false,
  style: null,
  language: null,
  isNote: false,
};

/** Where the report's own blocks stand, on pages whose text is so wide, in twips. */
export function outermost(width: number): Scope {
  return {
    look: plainLook,
    style: null,
    quote: 'Quote',
    isCell: false,
    isOutline: true,
    width,
    indent: 0,
    level: 0,
    keepsNext: false,
    captioned: 'figure',
  };
}

/** The same place where words look otherwise in some way. */
export function looking(scope: Scope, look: Partial<Look>): Scope {
  return { ...scope, look: { ...scope.look, ...look } };
}
