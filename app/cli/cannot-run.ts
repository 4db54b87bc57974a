/** What the person at the terminal can put right; told without a stack. */
export class CannotRun extends Error {
  override readonly name = "CannotRun";
}

export function isForPeople(error: unknown): error is Error {
  return error instanceof CannotRun || isArgumentError(error) || isReadError(error);
}

function isArgumentError(error: unknown): error is TypeError {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

function isReadError(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error;
}
