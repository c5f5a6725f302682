/** Where a command prints: its results to standard output, its remarks to standard error. */
export interface Terminal {
  /** Prints text and a line end to standard output. */
  print: (text: string) => void;
  /** Prints text and a line end to standard error. */
  error: (text: string) => void;
  /** Shows what is being done on a line that the next call replaces; an empty text clears it. */
  progress: (text: string) => void;
  colour: boolean;
  /** In columns. */
  width: number;
}
