import type { providers as german } from '../de/providers.ts';
import type { Shape } from '../shape.ts';

export const providers = {
  items: {
    V1: 'Legal form and signatories', V2: 'Liability insurance with cyber cover', V3: 'Confidentiality', V4: 'Data processing agreement', V5: 'Declaration of conflicts of interest',
    V6: 'Capabilities by cases or certificate', V7: 'Qualification of persons', V8: 'Own security', V9: 'Duty promise', V10: 'Handling of evidence',
    V11: 'Sample reports', V12: 'Price sheet', V13: 'Reliability', V14: 'Code of conduct', V15: 'Insurer panels', V16: 'Languages and area',
  },
  itemStates: { missing: 'Missing', submitted: 'Handed in', accepted: 'Met', refused: 'Not met', more_needed: 'More needed' },
  qualifications: { first_responder: 'Digital first responder', practitioner: 'Incident practitioner', expert: 'Incident expert', expert_equal: 'Equal (GCFA, GCIH, OSCP)' },
  responseClasses: { emergency: 'Around the clock, call back in 15 minutes', fast: 'Call back in 60 minutes', standard: 'In office hours' },
  conditions: { under_supervision: 'Accompanied by experienced colleagues', report_after_each_case: 'Report after each case', renew_proof_soon: 'One proof will be renewed soon', remote_only: 'Remote help only' },
  kindCount: '{count, plural, one {# kind of incident} other {# kinds of incident}}',
  levelName: 'Level {level, number}, {name}',
  list: {
    title: 'Providers that help', lead: 'These are approved providers that agreed to be shown.',
    kind: 'Kind of incident', filtered: '{count, plural, one {# provider} other {# providers}}', at: '{town}, approved until {date}', area: 'Helps {ways} in: {districts}', remote: 'remotely', onSite: 'on site',
    empty: 'Nobody is listed here yet.', emptyText: 'In an emergency all approved providers are asked all the same.',
    howTitle: 'How vetting works',
    how: 'Every provider hands in up to sixteen proofs. One person of the office checks each of them, a second one decides. Neither may be connected to the provider. When a mandatory proof ends, the provider is no longer asked from midnight on. After 24 months at the latest the procedure starts anew.',
    apply: 'Apply as a provider',
  },
  apply: {
    title: 'Apply as a provider', lead: 'With the application your company becomes a provider as well. You are asked only after approval.',
    steps: 'You choose what you help with and hand in your proofs. Two persons check. Every kind of incident and every level is decided by itself.', button: 'Begin application',
  },
  profile: {
    title: 'Profile', lead: 'Matching reads this at every new decision.', districts: 'Area', languages: 'Languages', ways: 'How you help', capacity: 'How many cases at once', capacityHint: 'A critical case counts several times.',
    responseClass: 'How fast you promise to react', panels: 'Insurers that have approved you', panelsHint: 'One per line.', exclusions: 'Companies you do not work for', exclude: 'Further company', excludeHint: 'Exact name. Only the office sees this list.',
    published: 'Show in the public list', save: 'Save profile', saved: 'Saved.', pauseTitle: 'Pause', pauseLead: 'During a pause you are not asked. Running cases stay with you.', pause: 'Begin pause', resume: 'End pause', pauseOffers: 'Please answer the open offers first.', remote: 'Remote', onSite: 'On site',
  },
  vetting: {
    title: 'Vetting', standing: 'State', until: 'Valid until', none: 'You have no approval yet.', begin: 'Begin a new application', requestedTitle: 'What you want to help with', requestedLead: 'For each kind of incident choose the highest level you can prove.', notRequested: 'Not requested', changeRequested: 'Change the choice', saveRequested: 'Save choice',
    itemsTitle: 'Proofs', itemsCount: '{done, number} of {total, number} mandatory proofs are there',
    text: 'What proves this point?', reference: 'Number or date of the document', endsOn: 'Valid until', saveItem: 'Hand in proof', mandatory: 'mandatory', optional: 'optional', question: 'More needed', person: 'Person', personName: 'Name', morePersons: 'More people', qualification: 'Qualification', number: 'Certificate number', cases: 'Closed cases, confirmed: {kind}', certificate: 'Certificate valid until: {kind}', certifiedUntil: 'Certificate of the firm valid until', certifiedHint: 'Only for incident response providers certified by the BSI.',
    rejected: 'Your application was rejected on {date}', rejectedNext: 'You can apply again as soon as you have what is missing. If you do not agree, speak with the office; other people will then look once more.', closed: 'Your application has been closed since {date}', closedText: 'Proofs were missing, or it was ended. You can begin a new one at any time.',
    submit: 'Hand in application', submitMore: 'Send what was asked for', notYet: 'Mandatory proofs or the choice of what you help with are still missing.', dueBy: 'Please hand in what is missing by {date}.', reviewing: 'Your application is being reviewed. Nothing can be changed right now.', approvals: 'Approved for', conditions: 'Conditions', saved: 'Saved.',
  },
  documents: {
    file: 'Document', another: 'Another document', hint: 'PDF or picture, up to 20 MB a file. Several files are possible.', hintOptional: 'Only if you want to add something: PDF or picture, up to 20 MB a file.',
    readers: 'Your documents are stored encrypted. Only your company and the people who review your approval can read them. Every opening is noted.',
    present: 'Handed in', handedIn: '{size}, handed in on {date}', withdrawn: '{size}, withdrawn on {date}', hash: 'Checksum {short}', withdraw: 'Withdraw “{name}” of {date}',
  },
  office: {
    title: 'Vetting', lead: 'Two persons decide on every approval. Neither may be connected to the provider.', search: 'Name or town', filter: 'Show', filters: { all: 'All', to_review: 'Waiting for us', approved: 'Approved', ending: 'Ending', stopped: 'On hold' },
    name: 'Provider', standing: 'State', until: 'Valid until', application: 'Application', approvals: 'Approved for', count: '{shown, number} of {total, number}', empty: 'Nobody is listed here.', suspensionOpen: 'Suspension waits for confirmation',
  },
  review: {
    back: 'Vetting', applied: 'Application of {date}.', requested: 'Requested', noApplication: 'No application is running.', step: 'Step {step, number} of {steps, number}', steps: { submitted: 'Handed in', in_review: 'Technical review', more_needed: 'More needed', ready_for_decision: 'Decision' }, begin: 'Take over the review',
    accepted: 'Met', more: 'Ask for more', refused: 'No', open: 'Open', note: 'Note for the office', question: 'What is missing? The text goes to the applicant.', saveOnly: 'Save only', ask: 'Send request', finish: 'Hand over for decision', validUntil: 'valid until {date}', notSubmitted: 'Not handed in', persons: '{name}, {kind}, no. {number}, until {date}', noEnd: 'without end', casesFor: '{kind}: {count, plural, one {# case} other {# cases}}',
    fourEyes: 'Four eyes', criteria: 'proofs met', reviews: 'reviews', decides: 'decides once all proofs are checked', anotherPerson: 'A second person', nobody: 'Nobody yet', masterData: 'Master data', town: 'Town', size: 'Size', member: 'Member', yes: 'yes', no: 'no', area: 'Area',
    tie: { own_firm: 'You belong to this company.', board_member: 'You sit on a board of this company.', customer: 'You or your company buy from this company or sell to it.', competitor: 'You or your company offer the same help as this company.' }, takeOver: 'Take over the review', takeOverLead: 'Whoever takes over judges every proof anew. The notes stay.', documentsHidden: 'Only persons who review applications see the documents.',
    decisionTitle: 'Decision', decisionLead: 'Another person than the reviewer decides, with the second factor given again.', sameReviewer: 'You reviewed. A second person takes the decision.', stepUp: 'Confirm second factor', grant: 'Approve for', provenUntil: 'proven until {date}', notProven: 'not proven', verdict: 'Decision', verdicts: { approve: 'Approve', approve_with_conditions: 'Approve with conditions', reject: 'Reject', disagree: 'Back to review' }, conditions: 'Conditions', reason: 'Reason for rejection', words: 'Explanation', wordsHint: 'After a rejection the provider reads it. If you give the application back, only the reviewer reads it, and it is mandatory.', givenBack: 'Given back by {name} on {date}', reasons: { proof_insufficient: 'Proofs do not suffice', persons_insufficient: 'Qualification does not suffice', unreliable: 'Not reliable', capability_unproven: 'Capability not proven' }, decide: 'Record decision',
    suspendTitle: 'Suspension', suspendLead: 'One person can suspend at once. A second one confirms within three working days, otherwise the approval holds again.', suspendReason: 'Reason', suspendReasons: { breach_of_confidentiality: 'Breach of confidentiality', pressure_on_company: 'Pressure on a company', missed_duty: 'Missed duty', false_statement: 'False statement', own_incident: 'Own incident', other: 'Other reason' }, suspend: 'Suspend at once', confirm: 'Confirm suspension', confirmBy: 'To be confirmed by {date}', confirmed: 'The suspension is confirmed.', lift: 'Lift suspension', revoke: 'Revoke approval', hearing: 'The hearing is documented', grave: 'Grave cause, without notice period', saved: 'Saved.',
  },
  ties: {
    own: 'My ties', lead: 'Nobody reviews or decides about their own company, a customer or a competitor. Say here what ties you. It counts at once, and only you see this list.',
    title: 'You cannot take part here', standIns: 'These people can review and decide: {names}.', nobody: 'Nobody else of the association is free. Please invite a reviewer from outside.', question: 'Does anything tie you to this provider?', declareHere: 'Declare a tie',
    reviewerATied: 'The reviewer has declared a tie since. Somebody else must take the review over.',
    declareTitle: 'Declare a tie', kind: 'What ties you?',
    kinds: { own_firm: 'Own company', board_member: 'Board', customer: 'Customer', competitor: 'Competition' },
    hints: { own_firm: 'It is yours in whole or in part, or you work there.', board_member: 'Board of directors, advisory board or the like.', customer: 'You or your company buy there or sell there.', competitor: 'You or your company offer the same.' },
    provider: 'To which provider?', notHere: 'To none that stands here', elsewhere: 'My own company is no provider here', elsewhereLead: 'Then say what it helps with. Others decide about applicants with the same capabilities.', capabilities: 'What it helps with', ownElsewhere: 'Own company: {capabilities}',
    declare: 'Save the tie', present: 'Declared', none: 'Nothing declared yet.', since: 'since {date}', countsUntil: 'ended, counts until {date}', end: 'No longer so',
  },
  channelTest: {
    title: 'Reachability', last: 'Last tested successfully on {date}. A test is good for 90 days.', never: 'Never tested. Without a successful test this provider is not asked.',
    channels: 'On how many channels did you reach somebody?', voice: 'Somebody answered the telephone or called back in time', note: 'Note the test',
  },
  faults: {
    dateWrong: 'Please enter a date, for example 2027-03-31.', countWrong: 'Please enter a number from 0 to 99.', personIncomplete: 'Please give name and qualification of every person.', textTooLong: 'Please shorten the text to 4,000 characters.', fileRequired: 'Please add the document.',
    empty: 'The file is empty.', no_name: 'The file has no usable name. Please rename it.', type_not_taken: 'Please upload a PDF or a picture (PNG, JPEG, WebP, HEIC).', type_differs: 'The content does not fit the ending of the name. Please check the file.', file_too_large: 'The file is larger than 20 MB. Please make it smaller or split it.', item_full: 'There are eight documents for this proof already. Withdraw one first.', application_full: 'The application has 300 MB already. There is no room for more.', too_many_files: 'Eight files at a time, please. The first eight are stored.',
    tieNeedsProvider: 'Please choose the provider or say what your own company helps with.',
    standing_stopped: 'The provider is suspended. It can be approved anew only when the suspension is lifted.',
    endRequired: 'Please give the end date printed on the proof.', endOver: 'This proof has already ended.', personRequired: 'Please name at least one person.', capabilityRequired: 'Please choose at least one kind of incident.', wayRequired: 'Please choose remote, on site or both.', unknownDistrict: 'We do not know this district.', companyUnknown: 'There is no company of exactly this name here. No exclusion is needed then.',
    wordsRequired: 'Please write what should be looked at again.', noteRequired: 'Please add a note.', questionRequired: 'Please write what is missing.', notProven: 'The accepted proofs do not carry this.', choose: 'Please choose.', every_item_decided: 'Not all proofs are decided yet.', reason_per_item: 'Please choose at least one point to ask for and write what is missing.', capabilities_decided: 'Please choose what the provider is approved for.', with_conditions: 'Please choose at least one condition.', untied: 'You are tied to this provider and cannot take part. Who can stands above.', reviewer_a_untied: 'The reviewer has declared a tie since. Somebody else must take the review over.', is_not_reviewer_a: 'Who reviewed does not decide.', is_second_person: 'A second person must do this.', hearing_documented: 'Please document the hearing first.', no_open_offers: 'Please answer the open offers first.', mandatory_items_present: 'Mandatory proofs are still missing.',
  },
} as const satisfies Shape<typeof german>;
