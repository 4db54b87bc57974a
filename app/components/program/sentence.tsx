/** A sentence whose figures stand out: what is between `**` is set strong. */
export function Sentence({ text }: { readonly text: string }) {
  return text.split("**").map((part, index) =>
    // A sentence never changes in part: its pieces need no identity of their own.
    index % 2 === 1 ? <strong key={index}>{part}</strong> : part,
  );
}
