import type { DemoCompany } from '../demo-types.ts';

/** Companies whose people work with the portal: their cases and checklists are told in prisma/seed/stories. */
export const activeCompanies: readonly DemoCompany[] = [
  {
    key: 'seidel', name: 'Tischlerei Seidel', town: 'Kirchberg', district: 'zwickau', kind: 'business', sector: 'C', size: 'micro', since: 372,
    people: [
      { key: 'katrin-seidel', name: 'Katrin Seidel', email: 'k.seidel@tischlerei-seidel.example', role: 'company.admin' },
      { key: 'paul-seidel', name: 'Paul Seidel', email: 'p.seidel@tischlerei-seidel.example', role: 'company.member' },
    ],
  },
  {
    key: 'wuensche', name: 'Maschinenbau Wünsche GmbH', town: 'Crimmitschau', district: 'zwickau', kind: 'business', sector: 'C', size: 'medium', since: 118,
    people: [
      { key: 'joerg-wuensche', name: 'Jörg Wünsche', email: 'j.wuensche@maschinenbau-wuensche.example', role: 'company.admin' },
      { key: 'anja-lorenz', name: 'Anja Lorenz', email: 'a.lorenz@maschinenbau-wuensche.example', role: 'company.member' },
    ],
  },
  {
    key: 'albrecht', name: 'Steuerbüro Albrecht & Partner', town: 'Plauen', district: 'vogtlandkreis', kind: 'business', sector: 'M', size: 'small', since: 112,
    people: [
      { key: 'renate-albrecht', name: 'Renate Albrecht', email: 'r.albrecht@steuerbuero-albrecht.example', role: 'company.admin' },
      { key: 'nico-albrecht', name: 'Nico Albrecht', email: 'n.albrecht@steuerbuero-albrecht.example', role: 'company.member' },
    ],
  },
  {
    key: 'lauterbachtal', name: 'Gemeindeverwaltung Lauterbachtal', town: 'Marienberg', district: 'erzgebirgskreis', kind: 'municipality', sector: 'O', size: 'small', since: 109,
    people: [
      { key: 'ute-schubert', name: 'Ute Schubert', email: 'u.schubert@gemeinde-lauterbachtal.example', role: 'company.admin' },
      { key: 'rene-arnold', name: 'René Arnold', email: 'r.arnold@gemeinde-lauterbachtal.example', role: 'company.member' },
    ],
  },
  {
    key: 'zschopautal', name: 'Autohaus Zschopautal', town: 'Zschopau', district: 'erzgebirgskreis', kind: 'business', sector: 'G', size: 'small', since: 106,
    people: [{ key: 'maik-fiedler', name: 'Maik Fiedler', email: 'm.fiedler@autohaus-zschopautal.example', role: 'company.admin' }],
  },
  {
    key: 'hofmann', name: 'Zahnarztpraxis Dr. Hofmann', town: 'Zwickau', district: 'zwickau', kind: 'business', sector: 'Q', size: 'micro', since: 104,
    people: [{ key: 'susanne-hofmann', name: 'Dr. Susanne Hofmann', email: 's.hofmann@zahnarzt-hofmann.example', role: 'company.admin' }],
  },
  {
    key: 'lichtblick', name: 'Pflegedienst Lichtblick', town: 'Chemnitz', district: 'chemnitz', kind: 'business', sector: 'Q', size: 'small', since: 101,
    people: [
      { key: 'doreen-haupt', name: 'Doreen Haupt', email: 'd.haupt@pflege-lichtblick.example', role: 'company.admin' },
      { key: 'kevin-starke', name: 'Kevin Starke', email: 'k.starke@pflege-lichtblick.example', role: 'company.member' },
    ],
  },
  {
    key: 'morgenroth', name: 'Baustoffhandel Morgenroth', town: 'Auerbach/Vogtl.', district: 'vogtlandkreis', kind: 'business', sector: 'G', size: 'small', since: 99,
    people: [{ key: 'frank-morgenroth', name: 'Frank Morgenroth', email: 'f.morgenroth@baustoffe-morgenroth.example', role: 'company.admin' }],
  },
  {
    key: 'schacht', name: 'Freie Oberschule am Schacht', town: 'Oelsnitz/Erzgeb.', district: 'erzgebirgskreis', kind: 'school', sector: 'P', size: 'medium', since: 97,
    people: [
      { key: 'birgit-loose', name: 'Birgit Loose', email: 'b.loose@oberschule-am-schacht.example', role: 'company.admin' },
      { key: 'tobias-krell', name: 'Tobias Krell', email: 't.krell@oberschule-am-schacht.example', role: 'company.member' },
    ],
  },
  {
    key: 'drechsel', name: 'Präzisionsteile Drechsel GmbH', town: 'Thalheim', district: 'erzgebirgskreis', kind: 'business', sector: 'C', size: 'medium', since: 95,
    people: [{ key: 'carsten-drechsel', name: 'Carsten Drechsel', email: 'c.drechsel@praezision-drechsel.example', role: 'company.admin' }],
  },
  {
    key: 'klinger', name: 'Musikhaus Klinger', town: 'Markneukirchen', district: 'vogtlandkreis', kind: 'business', sector: 'G', size: 'micro', since: 93,
    people: [{ key: 'johanna-klinger', name: 'Johanna Klinger', email: 'j.klinger@musikhaus-klinger.example', role: 'company.admin' }],
  },
  {
    key: 'bergkristall', name: 'Hotel Bergkristall', town: 'Schwarzenberg', district: 'erzgebirgskreis', kind: 'business', sector: 'I', size: 'small', since: 91,
    people: [{ key: 'anett-riedel', name: 'Anett Riedel', email: 'a.riedel@hotel-bergkristall.example', role: 'company.admin' }],
  },
  {
    key: 'muldental', name: 'Sportverein Muldental 1902', town: 'Glauchau', district: 'zwickau', kind: 'association', sector: 'S', size: 'micro', since: 89,
    people: [{ key: 'henry-vogel', name: 'Henry Vogel', email: 'h.vogel@sv-muldental.example', role: 'company.admin' }],
  },
  {
    key: 'reuter', name: 'Ingenieurbüro Reuter', town: 'Chemnitz', district: 'chemnitz', kind: 'business', sector: 'M', size: 'micro', since: 88,
    people: [{ key: 'david-reuter', name: 'David Reuter', email: 'd.reuter@ib-reuter.example', role: 'company.admin' }],
  },
];
