/** Paper version of the design tokens: sizes in points, colours as hex. Slate carries, amber only means light. */
export const page = { width: 595.28, height: 841.89, left: 56, right: 56, top: 56, bottom: 66 } as const;

export const bodyWidth = page.width - page.left - page.right;
export const bodyHeight = page.height - page.top - page.bottom;

export const colours = {
  ink: '#141b20',
  inkSoft: '#4a5964',
  line: '#d0dae0',
  lineStrong: '#6d7f8b',
  paper: '#f2f5f6',
  white: '#ffffff',
  slate: '#18222a',
  light: '#ffb938',
  lightRim: '#a86a00',
  lightSoft: '#fff2d6',
} as const;

export type Face = 'text' | 'strong' | 'head';

export type TextStyle = {
  readonly face: Face;
  readonly size: number;
  /** Distance from baseline to baseline. */
  readonly leading: number;
  readonly colour: string;
};

export const styles = {
  title: { face: 'head', size: 23, leading: 27, colour: colours.ink },
  subtitle: { face: 'text', size: 12, leading: 16, colour: colours.inkSoft },
  section: { face: 'head', size: 14.5, leading: 18, colour: colours.ink },
  heading: { face: 'head', size: 11, leading: 14, colour: colours.ink },
  lead: { face: 'strong', size: 11.5, leading: 15.5, colour: colours.ink },
  body: { face: 'text', size: 10, leading: 13.5, colour: colours.ink },
  bodyStrong: { face: 'strong', size: 10, leading: 13.5, colour: colours.ink },
  muted: { face: 'text', size: 9, leading: 12, colour: colours.inkSoft },
  cell: { face: 'text', size: 9, leading: 11.6, colour: colours.ink },
  cellStrong: { face: 'strong', size: 9, leading: 11.6, colour: colours.ink },
  cellNote: { face: 'text', size: 8, leading: 11.6, colour: colours.inkSoft },
  cellHead: { face: 'strong', size: 8, leading: 10.5, colour: colours.inkSoft },
  figureNumber: { face: 'head', size: 26, leading: 28, colour: colours.ink },
  figureLabel: { face: 'text', size: 8, leading: 10, colour: colours.inkSoft },
  figureValue: { face: 'strong', size: 8, leading: 10, colour: colours.ink },
  footer: { face: 'text', size: 7.5, leading: 9.5, colour: colours.inkSoft },
  brand: { face: 'head', size: 15, leading: 18, colour: colours.ink },
} as const satisfies Record<string, TextStyle>;
