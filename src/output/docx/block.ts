/** What stands by itself in a Word file. */
import type { Paragraph } from 'docx';
import { type Table } from 'docx';

export type Block = Paragraph | Table;
