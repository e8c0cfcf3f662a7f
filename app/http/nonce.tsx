import { createContext, useContext } from 'react';

const NonceContext = createContext<string | undefined>(undefined);

/** The response's nonce; undefined in the browser, where scripts already run. */
export const NonceProvider = NonceContext.Provider;

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
