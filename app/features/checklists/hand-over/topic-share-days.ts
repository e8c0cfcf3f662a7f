/** How long somebody outside may answer. Apart from the schemas, which stay on the server: the page asks for it too. */
export const topicShareDays = [7, 14, 30] as const;
