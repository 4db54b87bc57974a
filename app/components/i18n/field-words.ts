/** What a field of the program is called, and what helps to fill it in. */
export interface FieldWords {
  readonly label: string;
  readonly help?: string;
}
