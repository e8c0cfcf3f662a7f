import { createContext, useContext } from 'react';

/** What only the server knows while it renders; in the browser there is none of it, and nothing there needs it. */
export type ServerParts = {
  /** The response's nonce. */
  readonly nonce: string;
  /** The rules that emergency pages use, to be inlined: one response shows the page, whatever the network does next. */
  readonly emergencyStyles: string;
};

const ServerPartsContext = createContext<ServerParts | null>(null);

export const ServerPartsProvider = ServerPartsContext.Provider;

export function useServerParts(): ServerParts | null {
  return useContext(ServerPartsContext);
}
