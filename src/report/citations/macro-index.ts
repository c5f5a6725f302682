/** Macros of a style by name. citeproc walks the whole style for each call of a macro. */
import type { Engine, Processor, StyleNode } from 'citeproc';

/** Makes the engines of a processor look macros up in an index. */
export function indexMacros(csl: Processor): void {
  const { expandMacro } = csl;
  const indexed = new WeakSet<Engine>();
  csl.expandMacro = function (call, target) {
    // Not earlier: the engine still changes the style until the first call of a macro.
    if (!indexed.has(this)) index(this.cslXml);
    indexed.add(this);
    expandMacro.call(this, call, target);
  };
}

function index(style: Engine['cslXml']): void {
  const { dataObj, getNodesByName } = style;
  const macros = new Map<string, StyleNode[]>();
  for (const macro of macrosIn(dataObj)) {
    const { name = '' } = macro.attrs;
    macros.set(name, [...(macros.get(name) ?? []), macro]);
  }
  style.getNodesByName = function (root, element, name, found) {
    return root === dataObj && element === 'macro' && name !== undefined
      ? (macros.get(name) ?? [])
      : getNodesByName.call(this, root, element, name, found);
  };
}

function macrosIn(node: StyleNode): StyleNode[] {
  const within = node.children.flatMap((child) =>
    typeof child === 'string' ? [] : macrosIn(child),
  );
  return node.name === 'macro' ? [node, ...within] : within;
}
