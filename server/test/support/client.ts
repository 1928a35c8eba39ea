export interface GraphqlError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; requestId?: string; [detail: string]: unknown };
}

/** What a GraphQL request over HTTP brought. */
export interface Answer<Data> {
  status: number;
  headers: Headers;
  data: Data;
  errors: GraphqlError[] | undefined;
  /** Of the first error. */
  code: string | undefined;
}

/** As GraphQL clients send it. */
export async function post<Data = Record<string, unknown>>(
  url: string,
  query: string,
  variables: object = {},
  token?: string,
  headers: Record<string, string> = {},
): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  return read(response);
}

export async function read<Data>(response: Response): Promise<Answer<Data>> {
  const { data, errors } = (await response.json()) as { data: Data; errors?: GraphqlError[] };
  const { status, headers } = response;
  return { status, headers, data, errors, code: errors?.[0]?.extensions.code };
}
