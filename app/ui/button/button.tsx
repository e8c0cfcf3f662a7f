import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon.tsx';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'emergency';

type Shape = {
  look?: ButtonLook;
  /** 44 px high instead of 48. */
  small?: boolean;
  block?: boolean;
  /** Icon before the words. */
  icon?: IconName;
  /** Arrow after the words: the way goes on. */
  arrow?: boolean;
  children: ReactNode;
};

export type ButtonProps = Shape &
  Pick<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'name' | 'value' | 'disabled' | 'form' | 'formAction' | 'formNoValidate' | 'id' | 'hidden'> & {
    /** Shows the busy mark; the words should change with it. */
    busy?: boolean;
    'aria-describedby'?: string;
  };

/** A button that posts its form. */
export function Button({ look, small, block, icon, arrow, busy, children, type, disabled, ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type ?? 'submit'} className={buttonClass({ look, small, block })} disabled={disabled} data-busy={busy ? '' : undefined} aria-disabled={busy ? 'true' : undefined}>
      <Content icon={icon} arrow={arrow}>{children}</Content>
    </button>
  );
}

export type LinkButtonProps = Shape & {
  href: string;
  /** Suggests a file name; set for downloads. */
  download?: boolean | string;
  /** Opens beside this page, for instance a PDF. */
  newTab?: boolean;
  lang?: string;
  'aria-describedby'?: string;
};

/** A link that looks like a button. */
export function LinkButton({ look, small, block, icon, arrow, children, newTab, ...rest }: LinkButtonProps) {
  return (
    <a {...rest} className={buttonClass({ look, small, block })} target={newTab ? '_blank' : undefined} rel={newTab ? 'noopener' : undefined}>
      <Content icon={icon} arrow={arrow}>{children}</Content>
    </a>
  );
}

/** The emergency button of the header: leads to triage, or, on emergency pages, dials. */
export function EmergencyButton({ href, label, prefix }: { href: string; label: ReactNode; /** Words shown on wide screens only, for instance before a number. */ prefix?: ReactNode }) {
  return (
    <a className="btn btn--emergency btn--s" href={href}>
      <Icon name={href.startsWith('tel:') ? 'phone' : 'warning'} />
      {prefix ? <span className="hide-s">{prefix} </span> : null}
      {label}
    </a>
  );
}

function buttonClass({ look, small, block }: Pick<Shape, 'look' | 'small' | 'block'>): string {
  return classNames('btn', `btn--${look ?? 'primary'}`, small && 'btn--s', block && 'btn--block');
}

function Content({ icon, arrow, children }: Pick<Shape, 'icon' | 'arrow' | 'children'>) {
  return (
    <>
      {icon ? <Icon name={icon} /> : null}
      {children}
      {arrow ? <Icon name="arrow" /> : null}
    </>
  );
}
