import { json, type Answer } from "../../shop/web/http.ts";

/** `{"errorMessage","errorCode"}`, as REST v3 says what was wrong. */
export function apiError(status: number, errorCode: string, errorMessage: string): Answer {
  return json(status, { errorMessage, errorCode });
}

/** Thrown within an endpoint, answered by the door. */
export class ApiRefusal extends Error {
  readonly answer: Answer;

  constructor(status: number, errorCode: string, message: string) {
    super(message);
    this.answer = apiError(status, errorCode, message);
  }
}

export function wrongParameter(message: string): ApiRefusal {
  return new ApiRefusal(400, "WRONG_PARAMETER", message);
}
