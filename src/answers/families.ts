import { stemOf } from './content-words.ts'

/**
 * Words that say much the same in an interview, a family a line, with the forms that no ending makes. A point has its words
 * from who wrote it, an answer from who gives it.
 */
const families = `
  say said tell told speak spoke spoken talk inform communicate announce explain
  ask question inquire
  hear heard listen
  write wrote written
  document doc page note memo rfc
  decide decision choose chose chosen choice pick
  agree agreement promise commit
  begin began begun start
  end finish complete
  cause reason root why
  result outcome effect impact
  goal target aim objective expect expectation
  measure metric count track
  number figure percent
  evidence proof prove data
  grow grew grown increase rise raise
  cut reduce reduction fall fell fallen drop decrease shrink
  money cost price budget pay paid salary spend spent
  buy bought purchase
  quick fast rapid
  early beforehand advance upfront ahead
  late later delay
  mistake error failure fail wrong
  responsible responsibility owner role
  lead led leader manager boss director head chief
  engineer developer colleague teammate
  individual person people individually
  customer client user
  leave left quit resign
  hire recruit candidate applicant application
  review critique check feedback
  learn learnt lesson
  teach taught mentor coach train
  help support assist
  build built create develop
  fix repair solve resolve
  try tried test experiment trial prototype spike
  break broke broken
  release deploy ship production
  incident outage
  meet met meeting
  alone separate separately privately
  conflict argue argument fight disagree dispute
  honest open openly admit plain
  improve better progress
  keep kept stay remain
  give gave given hand assign delegate
  send sent mail email
  know knew known understand understood
  recover restore return back
  show shown demonstrate present
  rule principle criterion criteria
  task job exercise assignment
  go went gone
  take took taken
  think thought
  bring brought
  lose lost loss
  find found
  hold held
  see saw seen
  feel felt
  need want require
  involve include invite join participate
  observe watch notice spot
  discover uncover reveal identify diagnose realise realize
  accept acknowledge
  refuse reject decline
  protect shield defend shelter cover
  blame accuse fault guilt
  criticise criticize criticism
  public publicly
  private confidential
  angry anger upset annoyed
  afraid fear worry worried concern concerned anxious
  proud pride
  motivate motivation encourage inspire
  praise thank thanks recognise recognize recognition credit
  promote promotion career
  course workshop
  skill ability strength competence
  gap lack missing
  unclear clarity clear confusion
  postpone wait
  deadline date due
  frequent regular often rhythm
  monthly month
  daily day
  yearly annual year
  double twice
  profit revenue sales earn income
  contract deal tender bid
  market business commercial
  risk danger threat
  safe safety secure security
  ethic ethical moral
  estimate forecast predict guess
  compare comparison versus against
  alternative option variant version
  compromise middle negotiate negotiation
  convince persuade influence
  object objection oppose
  overrule override
  escalate escalation
  handover transfer pass
  rotate rotation turn
  automate automation automatic script
  legacy old outdated
  rewrite replace migrate migration
  parallel side
  step piece gradual incremental stage phase
  bug defect
  alarm alert monitor monitoring warning
  postmortem retrospective
  bottleneck slow slowest
  quality standard
  speed velocity
  simple easy simplify
  complex complicated difficult hard
  priority prioritise prioritize important urgent
  focus concentrate
  strategy direction vision
  culture value atmosphere mood
  diverse diversity
  inclusive inclusion
  remote home distributed
  office site location
  call session
  report status update
  survey poll
  hypothesis assumption assume
  reward bonus
  fire dismiss sack redundant layoff
  onboard onboarding newcomer joiner
  family personal
  health ill illness sick sickness
  holiday vacation
  overtime weekend
  workload load capacity
  balance split share
  transparent transparency
  autonomy independent freedom
  empower empowerment
`

/** The family of each stem, by its first word. */
const familyOf = new Map(
  families
    .trim()
    .split('\n')
    .flatMap((line) => {
      const words = line.trim().split(' ')
      return words.map((word) => [stemOf(word), words[0] ?? word] as const)
    })
    .reverse(),
)

/** What stands for a stem and for all that says much the same. */
export const meaningOf = (stem: string): string => familyOf.get(stem) ?? stem
