/** Does its work at the first call, and answers every other one with the same. */
export function once<Arguments extends unknown[], Result>(
  work: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  let done: { result: Result } | undefined;
  return (...given) => {
    done ??= { result: work(...given) };
    return done.result;
  };
}
