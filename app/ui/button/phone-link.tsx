/** A telephone number inside a sentence; it never breaks. */
export function PhoneLink({ phone }: { phone: { readonly shown: string; readonly dialled: string } | null }) {
  return phone ? (
    <a className="nowrap" href={`tel:${phone.dialled}`}>
      {phone.shown}
    </a>
  ) : null;
}
