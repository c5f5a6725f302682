/** The colours of the figures: the page's own, for white paper. A page recolours by the class that goes with each. */
import type { Properties } from 'hast';

const colours = {
  paper: '#ffffff',
  shade: '#f6f5f1',
  ink: '#21201d',
  muted: '#5d5a53',
  rule: '#d9d6cd',
  'rule-strong': '#55524b',
  accent: '#1f4e79',
  for: '#0b625b',
  against: '#9a3412',
  'on-solid': '#ffffff',
};

/** A colour by its name. */
export type Colour = keyof typeof colours;

/** How a shape is painted; what is left out is not painted. */
export interface Paint {
  fill?: Colour;
  stroke?: Colour;
  /** Of the stroke. */
  width?: number;
  dash?: string;
  opacity?: number;
}

/** Presentation attributes and the classes by which a style sheet may change them. */
export function paint({ fill, stroke, width = 1, dash, opacity }: Paint): Properties {
  const classes = [...(fill ? [`fill-${fill}`] : []), ...(stroke ? [`stroke-${stroke}`] : [])];
  return {
    ...(classes.length > 0 ? { className: classes } : {}),
    fill: fill ? colours[fill] : 'none',
    ...(stroke ? { stroke: colours[stroke], strokeWidth: String(width) } : {}),
    ...(dash === undefined ? {} : { strokeDasharray: dash }),
    ...(opacity === undefined ? {} : { strokeOpacity: String(opacity) }),
  };
}
