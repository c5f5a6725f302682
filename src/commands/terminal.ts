/** Where a command prints: what it is for to standard output, what it remarks to standard error. */
export interface Terminal {
  print: (text: string) => void;
  error: (text: string) => void;
  colour: boolean;
}
