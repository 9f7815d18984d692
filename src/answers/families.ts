import { rawWords, stemOf } from './content-words.ts'

/**
 * Words that say much the same in an interview, a family a line: with the forms that no ending makes, and with phrases, whose
 * words are joined by `-`. A word may be in several. A point has its words from who wrote it, an answer from who gives it.
 */
const families = `
  say said tell told speak spoke spoken talk inform communicate announce explain mention sentence word let-know
  ask question inquire curious inquiry
  hear heard listen ear
  write wrote written paper in-writing note
  document doc page note memo rfc sheet draft proposal
  decide decision choose chose chosen choice pick settle up-to decider my-call
  agree agreement promise commit commitment deal pact sign settle my-word
  begin began begun start kick-off from-the-start first
  end finish complete close done
  deliver ship release deploy production live launch rollout roll-out
  cause reason root why because source trigger behind underneath
  result outcome effect impact consequence in-the-end ended-up turned-out came-out became since-then today success
  goal target aim objective expect expectation expected purpose want
  direction vision strategy mission north where-we-go priority
  measure metric count track score quantify kpi
  number figure percent statistic count
  evidence proof prove data fact show sign
  experiment try tried test trial prototype spike pilot attempt
  grow grew grown growth increase rise raise scale expand bigger larger
  cut reduce reduction fall fell fallen drop decrease shrink smaller lower save saved went-down limited
  money cost price budget pay paid salary spend spent bill cheap cheaper expensive euro dollar cash finance figure
  buy bought purchase licence vendor
  quick fast rapid speed quickly faster velocity soon same-day
  early earlier beforehand advance upfront ahead in-time before-anybody sooner
  late later delay too-long wait waited hesitate postpone overdue behind slip
  immediate immediately at-once straight-away right-away same-day
  mistake error failure fail wrong my-fault miss flop bad slip
  responsible responsibility owner own ownership role accountable my-call my-fault on-me was-me it-was-me in-charge
  lead led leader head chief
  manager boss director superior management cto ceo vp leadership
  engineer developer programmer tester coder
  colleague teammate peer coworker fellow
  individual individually person people one-by-one each-one single alone separate separately one-after
  team group squad crew department unit
  customer client user guest patient partner
  stakeholder customer product sales marketing business
  leave left quit resign gone lose goodbye walk-out turnover attrition
  return came-back back recover restore
  hire recruit recruiting candidate applicant application interview
  interview interviewer panel
  review critique check inspect audit look-over
  feedback criticism critique review told-me
  learn learnt learned lesson insight since-then these-days next-time nowadays differently from-then-on take-away ever-since
  teach taught mentor coach train training course workshop
  help support assist back unblock backing
  build built create develop make construct
  fix repair solve resolve remedy countermeasure
  break broke broken failure fell-over
  incident outage down crash downtime emergency crisis
  meet met meeting call session sit sat get-together
  discuss discussion talk conversation debate meeting
  conflict argue argument fight disagree dispute quarrel friction tension against clash
  disagree against oppose object objection not-convinced contradict challenge push-back
  challenge argue-against question doubt
  honest honesty open openly admit plain plainly straight frank frankly sincere truth true
  improve improvement better progress improved
  keep kept stay remain hold held still maintain
  give gave given hand assign delegate gave-out entrust
  delegate delegation handover hand-over let-go-of leave-it
  send sent mail email message
  know knew known understand understood knowledge aware
  show shown demonstrate present exhibit
  rule principle criterion criteria guideline standard policy
  task job exercise assignment work-sample project
  practical exercise hands-on real case
  write-code code coding programming hands-on technical
  go went gone
  take took taken
  think thought believe opinion
  opinion view perspective position point-of-view say stance
  bring brought sat-down get-together table room
  lose lost loss
  find found discover uncover reveal identify diagnose realise realize detect find-out came-out understand
  see saw seen look observe watch notice spot
  feel felt feeling emotion mood
  need want require wish
  involve include invite join participate bring-in consult
  accept acknowledge fair admit justified embrace
  refuse reject decline no-to say-no turn-down denied
  protect shield defend shelter cover backs stand-up
  blame accuse fault guilt
  criticise criticize criticism attack
  public publicly in-front-of out-loud in-the-room everybody open
  private privately confidential in-private quiet small-room face-to-face in-person one-to-one office alone
  personal family private father mother child wife ill illness health home
  health ill illness sick sickness burnout burn-out stress exhausted tired
  angry anger upset annoyed furious mad stung hurt
  afraid fear worry worried concern concerned anxious scared nervous
  proud pride triumph told-you-so
  happy glad pleased satisfied satisfaction enjoy
  sad disappointed disappointment frustrated frustration
  motivate motivation encourage inspire energy drive passion
  praise thank thanks recognise recognize recognition credit appreciate compliment
  celebrate celebration party success win
  apologise apologize apology sorry
  promote promotion career ambition grow
  ambition dream like-to like-to-be aspire future
  skill ability strength competence talent good-at expert
  weakness weak bad-at struggle shortcoming
  expert specialist expertise
  gap lack missing miss absent without
  unclear clarity clear confusion confused vague misunderstanding expect
  deadline date due by-the-end
  schedule plan roadmap calendar
  frequent regular regularly often rhythm weekly every-week every-month
  week weekly monday tuesday wednesday thursday friday saturday sunday
  fortnight fortnightly two-weeks 14
  month monthly thirty-days january february march april may june july august september october november december
  quarter quarterly three-months spring summer autumn winter
  year yearly annual twelve-months annually
  day daily
  2 twice double doubled both
  50 half halved
  33 third
  25 quarter
  20 fifth
  12 dozen
  contract deal tender bid supplier
  value benefit worth brings use gain
  risk danger threat dangerous risky
  safe safety secure security trust
  trust rely reliable reliability confidence
  estimate forecast predict guess assume rough roughly
  compare comparison versus against next-to-each-other beside
  option alternative variant version choice possibility
  compromise middle negotiate negotiation instead half-way
  convince persuade influence win-over
  overrule override overruled
  escalate escalation go-over
  transfer move moved rotate switch
  automate automation automatic script pipeline
  legacy old outdated ancient
  rewrite replace migrate migration rebuild refactor
  parallel side-by-side next-to-each-other running-next
  step piece gradual gradually incremental stage phase slice little-by-little one-after bit-by-bit
  gradual bit little slow slowly
  bug defect fault
  alarm alert monitor monitoring warning raise-my-hand
  postmortem retrospective retro
  bottleneck slow slowest stuck holding-up
  quality standard bar
  simple easy simplify simpler
  complex complicated difficult hard tough
  priority prioritise prioritize important urgent matter first
  focus concentrate single only-one
  culture value atmosphere climate mood
  diverse diversity different background minority
  inclusive inclusion include
  remote home distributed
  office site location
  report status update
  hypothesis assumption assume thought guess
  reward bonus raise
  fire dismiss dismissal sack redundant layoff let-go letting-go terminate
  onboard onboarding newcomer joiner new-people new-hire
  break holiday vacation leave
  overtime weekend night long-hours
  workload load capacity hour too-much
  balance split share part
  transparent transparency open visible
  autonomy independent independence freedom free empower empowerment up-to-them hands-off trust
  intervene step-in interfere
  control micromanage tight
  junior newcomer beginner graduate
  senior experienced veteran staff
  experience experienced background past before
  example instance case once concrete
  concrete specific example
  consistent always regularly every-time
  patience patient took-time rounds iteration
  iteration round cycle sprint
  prepare prepared preparation ready rehearse practise
  productivity productive output throughput
  expectation standard clear
  relationship lunch coffee friend trust
  interest reason underlying really-about behind real
  problem issue trouble difficulty
  crisis emergency urgent pressure
  pressure stress deadline
  calm quiet relaxed composed
  brief short concise minutes
  detail detailed thorough precise
  organise organize arrange coordinate set-up
  process procedure workflow chain
  change changed adapt adjust
  adapt adjust tailor fit flexible
  apply applied use still
  stop stopped abandon drop kill end
  avoid prevent prevention stop
  prevent alarm monitoring
  authority power formal order
  peer other-team sideways
  advice advise suggest recommend recommendation proposal propose
  approve approval sign sign-off permission
  permission allow allowed let
  limit limits boundary until up-to
  boundary limit line
  reply answer respond response
  fair just justified equal
  equal fair same
  bias prejudice blind names
  blind name anonymous without-name
  ally advocate sponsor supporter recommending
  share shared together common
  approachable door come-to-me reachable available
  silence quiet pause nothing
  surprise surprised unexpected
  carry carried burden load weight pick-up clean-up
  authority report-to-me reporting-line superior
  model lead-by-example example exemplary
  hesitate hoped put-off put-it-off avoided
  late too-late too-long should-have
  join attend sit-in sat-in
  shadow watch watched
  internal inside in-house within promote
  external outside outsider consultant
  complain complaint grumble moan resistance
  volunteer voluntary
  purpose sense meaning why
  align alignment same-page agree agreed
  consensus agreed agreement
  tradeoff trade-off compromise price instead
  evaluate assess judge rate rating appraisal
  react reaction response
  aware notice noticed
  backlog queue list ticket
  effort days estimate size
  vote votes voted poll card
  sketch draw drew drawn diagram whiteboard design
  paraphrase repeat say-back in-own-words
  commit stand-behind disagree-and-commit
  invest investment spent put-into
  resource money support
  roll-back rolled-back rollback undo undone reversible reverse take-back
  countermeasure action measure change so-now
  perform performance deliver output result productivity
  follow followed up checked-again after-a-month
  reserve reserved protect set-aside keep-free
  waste unused nobody-needs
  market business commercial competitor competition
  definition define criteria counts-as
`

/** The stems of each word and phrase, and its family, by its line. */
const members = families
  .trim()
  .split('\n')
  .flatMap((line, family) =>
    line
      .trim()
      .split(' ')
      .map((member) => ({ stems: member.split('-').map(stemOf), family })),
  )

/** The families of each word, and of each phrase. */
const familiesOf = members.reduce((known, { stems, family }) => {
  const key = stems.join(' ')
  return known.set(key, [...(known.get(key) ?? []), family])
}, new Map<string, number[]>())

/** The first words of phrases. */
const openings = new Set(members.filter(({ stems }) => stems.length > 1).map(({ stems }) => stems[0]))

const longestPhrase = 4

/** The families that a stem is of; none where it is of no family. */
export const familiesWith = (stem: string): readonly number[] => familiesOf.get(stem) ?? []

/** The families of the phrases in a text, such as `in the end`. */
export function familiesOfPhrases(text: string): number[] {
  const stems = rawWords(text).map(stemOf)
  const found: number[] = []
  for (const [at, stem] of stems.entries()) {
    if (!openings.has(stem)) continue
    for (let end = at + 2; end <= at + longestPhrase; end++)
      found.push(...familiesWith(stems.slice(at, end).join(' ')))
  }
  return found
}
