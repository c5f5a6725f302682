/** Where a command prints: what it is for to standard output, what it remarks to standard error. */
export interface Terminal {
  print: (text: string) => void;
  error: (text: string) => void;
  /** Says what is being done, on a line that the next one replaces and an empty one takes away; silent in a pipe. */
  progress: (text: string) => void;
  colour: boolean;
  /** Columns. */
  width: number;
}
