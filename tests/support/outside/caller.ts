/** What came back, read to its end. */
export type Answer = { readonly status: number; readonly location: string; readonly headers: Headers; readonly text: string };

type Options = {
  readonly method?: 'GET' | 'POST';
  readonly cookie?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly fields?: URLSearchParams | FormData;
};

/** One request as a browser sends it: a post says where it comes from unless `headers` says otherwise. Follows no redirect. */
export async function call(baseUrl: string, address: string, options: Options = {}): Promise<Answer> {
  const method = options.method ?? 'GET';
  const response = await fetch(`${baseUrl}${address}`, {
    method,
    redirect: 'manual',
    headers: {
      // Packing and unpacking would cost more than the local way.
      'Accept-Encoding': 'identity',
      ...(options.cookie ? { Cookie: `geleucht=${options.cookie}` } : {}),
      ...(options.headers ?? (method === 'POST' ? { Origin: baseUrl } : {})),
    },
    ...(method === 'POST' ? { body: options.fields ?? new URLSearchParams() } : {}),
  });
  return { status: response.status, location: response.headers.get('location') ?? '', headers: response.headers, text: await response.text() };
}

/** Runs `work` over all of `items`, a few at a time, and keeps their order. */
export async function eachOf<T, R>(items: readonly T[], work: (item: T) => Promise<R>, atOnce = 6): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lanes = Array.from({ length: atOnce }, async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await work(items[index] as T);
    }
  });
  await Promise.all(lanes);
  return results;
}
