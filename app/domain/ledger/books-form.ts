/** Which way of writing books out this is: another is refused where they come in. */
export const BOOKS_FORM = "regulars.books/1";
