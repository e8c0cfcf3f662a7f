import type { ReactElement } from 'react';

/** The drawings: 24 px grid, stroke 1.75, round caps; styles come from `.icon`. */
const drawings = {
  'alert': <><path d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z" /><path d="M12 8v4.8M12 15.9v.1" /></>,
  'arrow': <path d="M4 12h15.5M13.5 6l6 6-6 6" />,
  'bell': <path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4" />,
  'chart': <path d="M4 20V4M4 20h16M8.5 16.5v-4M13 16.5V8M17.5 16.5v-6" />,
  'chevron': <path d="m9 5.5 6.5 6.5L9 18.5" />,
  'circle': <circle cx="12" cy="12" r="8.5" />,
  'circle-full': <><circle cx="12" cy="12" r="8.5" /><circle cx="12" cy="12" r="4.5" fill="currentColor" stroke="none" /></>,
  'clock': <><circle cx="12" cy="12" r="9" /><path d="M12 7v5.3l3.5 2.2" /></>,
  'cross': <path d="m6 6 12 12M18 6 6 18" />,
  'document': <path d="M6 3.5h8L18.5 8v12.5H6zM14 3.5V8h4.5M9 12.5h6.5M9 16h6.5" />,
  'document-out': <><path d="M6 3.5h8l4.5 4.5v5M6 3.5v17h6" /><path d="M14 3.5V8h4.5M15 18h6.5M18.8 15.2 21.5 18l-2.7 2.8" /></>,
  'download': <path d="M12 3.5v11.5M7.5 11 12 15.5 16.5 11M4 20h16" />,
  'euro': <path d="M18 6.5A7 7 0 1 0 18 17.5M3.5 10.2H13M3.5 13.8H12" />,
  'eye': <><path d="M2.5 12c2.3-4.3 5.5-6.5 9.5-6.5s7.2 2.2 9.5 6.5c-2.3 4.3-5.5 6.5-9.5 6.5S4.8 16.3 2.5 12z" /><circle cx="12" cy="12" r="3" /></>,
  'folder': <path d="M3 6h6.5l2 2.5H21V19H3z" />,
  'gear': <><circle cx="12" cy="12" r="3.2" /><path d="M12 2.8v3M12 18.2v3M21.2 12h-3M5.8 12h-3M18.5 5.5l-2.1 2.1M7.6 16.4l-2.1 2.1M18.5 18.5l-2.1-2.1M7.6 7.6 5.5 5.5" /></>,
  'globe': <><circle cx="12" cy="12" r="9" /><path d="M3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18" /></>,
  'home': <path d="M3.5 11.5 12 4l8.5 7.5M6 9.8V20h12V9.8" />,
  'inbox': <path d="M3.5 13.5 6.5 5h11l3 8.5V19h-17zM3.5 13.5H9c0 1.8 1.2 3 3 3s3-1.2 3-3h5.5" />,
  'lamp': <><path d="M6 20.5v-10a6 6 0 0 1 12 0v10z" /><path d="M12 10.5c1.8 2 2 3 2 3.8a2 2 0 0 1-4 0c0-.8.3-1.8 2-3.8z" /></>,
  'list': <path d="M9 6h11M9 12h11M9 18h11M4 6h.8M4 12h.8M4 18h.8" />,
  'lock': <><rect x="5" y="10.5" width="14" height="10" rx="1.5" /><path d="M8 10.5V7.5a4 4 0 0 1 8 0v3M12 14.5v2.5" /></>,
  'mail': <><rect x="3" y="5.5" width="18" height="13" rx="1.5" /><path d="m3.5 7 8.5 6 8.5-6" /></>,
  'passkey': <><circle cx="10" cy="7.5" r="4" /><path d="M2.8 20.5c.5-4.6 3.4-6.8 7.2-6.8 1 0 2 .2 2.8.5" /><path d="M18 10.8a3.2 3.2 0 0 1 1.3 6.1l.9 1.3-1.2 1.4 1.1 1.3-2.1 1.6-1.3-1.3v-4.3A3.2 3.2 0 0 1 18 10.8z" /></>,
  'people': <><circle cx="9" cy="8.5" r="3.5" /><path d="M2.5 19.5c.5-4 3-5.7 6.5-5.7s6 1.7 6.5 5.7M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14.2c2.2.6 3.6 2.3 4 5.3" /></>,
  'person': <><circle cx="12" cy="8" r="4" /><path d="M4.5 20.5c.6-4.5 3.5-6.5 7.5-6.5s6.9 2 7.5 6.5" /></>,
  'person-key': <><circle cx="9" cy="8" r="4" /><path d="M2.5 20c.4-4 3-6 6.5-6 1.2 0 2.3.2 3.2.7M15 17.5h6.5M18.5 17.5v2.8" /><circle cx="14.7" cy="17.5" r="1.6" /></>,
  'phone': <path d="M5 3.5h4l1.6 4.4-2.2 1.7a13 13 0 0 0 6 6l1.7-2.2 4.4 1.6v4c0 .8-.7 1.5-1.5 1.5C11 20.5 3.5 13 3.5 5c0-.8.7-1.5 1.5-1.5z" />,
  'plug': <><path d="M8.5 3.5v4.5M15.5 3.5v4.5M6 8h12v3a6 6 0 0 1-12 0z" /><path d="M12 17v4" /></>,
  'printer': <path d="M7 8V3.5h10V8M7 17H3.5V8.5h17V17H17M7 14h10v6.5H7z" />,
  'question': <><circle cx="12" cy="12" r="9" /><path d="M9.3 9.5a2.8 2.8 0 1 1 4 2.5c-.9.5-1.3 1-1.3 2M12 16.9v.1" /></>,
  'shield': <><path d="M12 3 4.5 5.5V12c0 4.5 3 7.5 7.5 9 4.5-1.5 7.5-4.5 7.5-9V5.5z" /><path d="m8.5 12 2.6 2.6 4.6-5" /></>,
  'smartphone': <><rect x="6.5" y="2.5" width="11" height="19" rx="2" /><path d="M10.5 18.5h3" /></>,
  'tick': <><circle cx="12" cy="12" r="9" /><path d="m8 12.3 3 3 5.2-6" /></>,
  'upload': <path d="M12 16V4M7.5 8.5 12 4l4.5 4.5M4 20h16" />,
  'warning': <><path d="M12 3.5 2.5 20h19z" /><path d="M12 10v4.5M12 17.2v.1" /></>,
} as const satisfies Record<string, ReactElement>;

export type IconName = keyof typeof drawings;

/** All names, for the gallery and its test. */
export const iconNames = Object.keys(drawings) as IconName[];

/** A drawn icon. It is decoration: always put a word beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  );
}
