import * as v from 'valibot';
import { accepted, fields } from '../../core/model/border.schema.ts';
import { redact } from '../../core/model/redaction.ts';
import type { RegistryAnswer } from '../../core/model/snapshot.ts';
import { type Answer, bodyText, parseJson } from '../transport/answer.ts';

const MOST_QUOTED = 300;

const errorsSchema = fields({
  errors: v.array(fields({ code: v.string(), message: v.optional(v.string()) })),
});

/** The first error of a registry's refusal (distribution-spec, "Error codes"); null when the body holds none. */
export function registryError(answer: Answer): { readonly code: string; readonly message: string } | null {
  const first = accepted(errorsSchema, parseJson(answer.bytes))?.errors[0];
  return first === undefined ? null : { code: redact(first.code).slice(0, 100), message: first.message ?? '' };
}

/** Whether the answer is a web page: a registry sends none, so something else put it in the place of its answer. */
export const isWebPage = (answer: Answer): boolean => /\bhtml\b/i.test(answer.header('content-type') ?? '');

/** A refusal is quoted as it came; a success holds a token or a document that is kept elsewhere, so only its digest is told. */
export function registryAnswer(request: RegistryAnswer['request'], answer: Answer): RegistryAnswer {
  const { status } = answer;
  if (status < 200 || status >= 300) {
    return { request, status, code: registryError(answer)?.code ?? null, quote: quoted(bodyText(answer)) };
  }
  const digest = answer.header('docker-content-digest');
  return { request, status, code: null, quote: digest === null ? '' : quoted(`Docker-Content-Digest: ${digest}`) };
}

const quoted = (text: string): string => {
  const clean = redact(text)
    .replace(/\p{Cc}/gu, ' ')
    .trim();
  return clean.length > MOST_QUOTED ? `${clean.slice(0, MOST_QUOTED - 1)}…` : clean;
};

/** The answers of one image in order: every refusal, and of the successes the last of each request. */
export function createAnswerList() {
  let list: readonly RegistryAnswer[] = [];

  function record(request: RegistryAnswer['request'], answer: Answer): void {
    const taken = registryAnswer(request, answer);
    const isReplaced = (other: RegistryAnswer) => isSuccess(taken) && isSuccess(other) && other.request === request;
    list = [...list.filter((other) => !isReplaced(other)), taken];
  }

  return { record, all: (): readonly RegistryAnswer[] => list };
}

const isSuccess = ({ status }: RegistryAnswer): boolean => status >= 200 && status < 300;

export type AnswerList = ReturnType<typeof createAnswerList>;
