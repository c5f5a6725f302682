/** A writer as a map: the type of a node → what makes something of nodes of that type. */

/** Handlers for some types of nodes. Each is handed the state of the writer, the node, and what else the writer hands down. */
export type Handlers<Node extends { type: string }, State, Rest extends unknown[], Made> = {
  [Type in Node['type']]?: (
    state: State,
    node: Extract<Node, { type: Type }>,
    ...rest: Rest
  ) => Made;
};

/** The handler for the type of this node; undefined if the map has none. */
export function handlerFor<Node extends { type: string }, State, Rest extends unknown[], Made>(
  handlers: Handlers<Node, State, Rest, Made>,
  node: Node,
): ((state: State, node: Node, ...rest: Rest) => Made) | undefined {
  const type: Node['type'] = node.type;
  // The handler under a node's type takes that node, which the compiler cannot follow through a union.
  return handlers[type] as ((state: State, node: Node, ...rest: Rest) => Made) | undefined;
}
