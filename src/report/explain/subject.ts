type Plain =
  | 'record'
  | 'item'
  | 'section'
  | 'case'
  | 'component'
  | 'dimension'
  | 'proposition'
  | 'code'
  | 'work'
  | 'rule';

/** What can be explained: a thing of the study, or a rule. */
export type Subject =
  | { [Kind in Plain]: { kind: Kind; id: string } }[Plain]
  /** Two cases may each have a source D. */
  | { kind: 'source'; id: string; path: string }
  | { kind: 'entry'; id: string; case: string };

/** How one kind of subject is explained. */
export type SubjectOf<Kind extends Subject['kind']> = Extract<Subject, { kind: Kind }>;
