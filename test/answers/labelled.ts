/** A key point, and whether the answer makes it, as a person who read both would say. */
export interface Labelled {
  answer: string
  points: [text: string, isMade: boolean][]
}

/**
 * Answers to points that say in general terms what a good answer does. The words of a point are seldom those of the answer
 * that makes it. As `retold`, labelled by hand before anything was measured on it.
 */
export const inGeneral: readonly Labelled[] = [
  {
    answer: `So in my current role I try to keep about a fifth of my week for technical things. I don't write code that
      anybody is waiting for, because I get pulled into meetings. What I do is review pull requests, mostly the ones that
      change an interface, and I write the first version of our design documents. Last spring I also built a small
      prototype to see if the new queue would hold our load, and it didn't, so we saved ourselves two months.`,
    points: [
      ['A fixed share of the week for hands-on work: about 20 %', true],
      ['No code on the critical path', true],
      ['Reviews code of others', true],
      ['Writes design documents', true],
      ['Prototypes to find out whether something works', true],
      ['Pairs with junior engineers every week', false],
      ['Delegates architecture decisions to the staff engineers', false],
    ],
  },
  {
    answer: `We had an engineer, I'll call her Ana, whose work had gone downhill since the summer. I asked her how she was
      before I said anything about the tickets. It turned out her father was ill and she was driving home every weekend. We
      agreed that she would go to four days for three months, and that we'd look at two small goals each Friday. By
      November she was back to where she had been. I learnt to ask first.`,
    points: [
      ['Asked for the cause before judging', true],
      ['The reason was personal: an illness in the family', true],
      ['Reduced hours for a limited time', true],
      ['Small goals, checked weekly', true],
      ['Result: performance recovered', true],
      ['Informed HR and started a formal improvement plan', false],
      ['Redistributed her tasks among the team', false],
    ],
  },
  {
    answer: `The sales director wanted the dashboard to refresh every second. I asked what he'd do with it, and he said they
      look at it on Monday mornings. So I worked out what each option would cost: every second was around nine thousand a
      month, and hourly was four hundred. I put the two figures in an email and asked which one he would rather pay for. He
      took hourly, and we spent the difference on the mobile app.`,
    points: [
      ['What the stakeholder asked for: a refresh each second', true],
      ['Found out how it is really used', true],
      ['Compared the price of both options', true],
      ['Let the stakeholder choose', true],
      ['Money saved was invested elsewhere', true],
      ['Escalated to the CTO', false],
      ['Offered a compromise of one minute', false],
      ['Kept a good relationship: they still have lunch', false],
    ],
  },
  {
    answer: `I don't believe in hiring for culture fit. We write down four things that we need, and each interviewer looks for
      one of them. They write their notes before we talk, so nobody is swayed by the loudest. The exercise is a bug from our
      own history. In the last two years we made seven offers, six people said yes and all of them are still here.`,
    points: [
      ['Criteria are written down in advance', true],
      ['Every interviewer has a single focus', true],
      ['Independent notes before the discussion', true],
      ['A practical task from real work', true],
      ['Offers and acceptance rate in numbers', true],
      ['References are called before an offer', false],
      ['Candidates meet the team over lunch', false],
    ],
  },
  {
    answer: `At nine in the evening the payments stopped. I was the incident lead. First I gave out roles: Sam looked at the
      database, Lea wrote the updates for customers, and I kept everyone else out of the channel. We rolled back after
      twenty minutes although we didn't know the cause yet. The next morning we found that a certificate had run out. Since
      then there's an alarm thirty days before any of them expires.`,
    points: [
      ['Own role: led the incident', true],
      ['Assigned clear responsibilities', true],
      ['Customers were kept informed', true],
      ['Restored service before finding the root cause', true],
      ['Cause: an expired certificate', true],
      ['Prevention: monitoring of expiry dates', true],
      ['Loss in revenue was calculated', false],
      ['Blameless post-mortem with the whole team', false],
    ],
  },
  {
    answer: `Two of my developers hadn't been speaking for weeks. I talked with each one alone and asked what the other would
      say. Then I sat them down together. It came out that one had rewritten the other's module during his holiday without a
      word. They agreed that nothing gets decided when the person it concerns is away. Reviews went back to normal after
      about ten days.`,
    points: [
      ['Spoke to both individually first', true],
      ['Had each take the perspective of the other', true],
      ['Brought them to one table', true],
      ['The underlying issue: being left out of a decision', true],
      ['An agreement for the future', true],
      ['Moved one of them to another team', false],
      ['Noticed early through one-to-ones', false],
    ],
  },
  {
    answer: `Well, I'd say my biggest failure was the migration in 2019. I had promised June. I knew in April that it was not
      going to work, and I said nothing because I hoped. We were five weeks late and a partner had to cancel a campaign that
      they'd already paid for. I apologised to them in person. These days I put down a date by which I'll raise my hand if a
      certain thing isn't done.`,
    points: [
      ['A real failure with consequences for others', true],
      ['Takes responsibility, blames nobody', true],
      ['Did not speak up in time', true],
      ['Apologised to the partner', true],
      ['What I changed: a date for raising the alarm', true],
      ['The team worked overtime to catch up', false],
      ['Proof that the change worked in a later project', false],
    ],
  },
  {
    answer: `I look at how long it takes from a merged change until users have it, how often that breaks something, and how long
      until it's repaired. And I ask people every two weeks if they could do good work. All of this for the whole group, never
      for one person. I once published tickets per head, and people started closing and reopening them.`,
    points: [
      ['Lead time to production', true],
      ['Failure rate of changes and time to recover', true],
      ['Asks the team how they feel about their work', true],
      ['Never measures individuals', true],
      ['A mistake: counted tickets per person and it was gamed', true],
      ['Compares teams with each other', false],
      ['Targets are set each quarter with the director', false],
    ],
  },
  {
    answer: `Honestly I get new people to ship something in their first week. Something tiny, a typo if need be. That way they
      go through the whole chain, and whatever is broken in the setup we fix before the next one starts. Everybody has a buddy
      who joined less than a year ago. After one month, two and three I ask them what they see that we don't.`,
    points: [
      ['First change in production within a week', true],
      ['The setup improves with every newcomer', true],
      ['A buddy who is still fairly new', true],
      ['Asks for their fresh view at 30, 60 and 90 days', true],
      ['Time until the first release fell from weeks to days', false],
      ['Reduced workload is planned for the buddy', false],
      ['Introduces them to stakeholders outside of engineering', false],
    ],
  },
  {
    answer: `When they told me to cut the budget by fifteen percent, I asked first what it was for, and it was cash until the
      summer. So I looked for what nobody would miss: two licences, a test environment that ran all night, an old contract.
      That made about half. For the rest I stopped one product instead of taking a bit from each, and I told the three people
      before anybody else knew.`,
    points: [
      ['Asked about the purpose of the cut', true],
      ['First removed waste that nobody needs', true],
      ['Stopped one thing entirely rather than everything a little', true],
      ['Those affected heard it first', true],
      ['Nobody was dismissed', false],
      ['Negotiated a smaller cut', false],
      ['On-call pay was not touched', false],
    ],
  },
  {
    answer: `My greatest weakness is that I start talking when nobody else does. I listened to a recording of a meeting and I had
      spoken for more than half of it. So now somebody else chairs, I write my opinion on a card and turn it over, and I only
      turn it back when three others have spoken. I counted again in May and was down to a quarter. It's not gone, though.`,
    points: [
      ['A real weakness: fills silence', true],
      ['Evidence from a recording', true],
      ['A concrete countermeasure', true],
      ['Lets others speak first', true],
      ['Progress was measured', true],
      ['Admits that it still happens', true],
      ['Asked a colleague for a signal', false],
    ],
  },
  {
    answer: `I keep it short: every Friday the same page with four headings, what changed, what worries me, what I need, and where
      we were wrong. The people concerned hear bad news from me before the page goes out. I never write "on track", I write
      the date and whether it has moved since last week.`,
    points: [
      ['A regular format: one page each week', true],
      ['Admits mistakes openly', true],
      ['No surprises: those affected know first', true],
      ['Dates instead of traffic lights', true],
      ['Checks whether anybody reads it', false],
      ['Tailors the message to each audience', false],
    ],
  },
]

/**
 * Answers of somebody who rehearses a model answer and tells it from memory, with the points of that answer: some are
 * forgotten, some are told in other words, some only touched on.
 */
export const retold: readonly Labelled[] = [
  {
    answer: `I was against working from home, and I had even written it down, with reasons. Then the pandemic came and I got the
      experiment for free. I kept the numbers, how many tickets we solved and how long people waited for the first answer.
      When I compared, most of what I'd claimed turned out to be wrong, five out of seven. So I wrote a new page and sent it
      to the same people together with the old one.`,
    points: [
      ['The position I took: against remote work, in writing', true],
      ['What tested it: figures from half a year at home', true],
      ['The score: five of seven claims fell', true],
      ['Said openly: the new page with the old one attached', true],
      ['What was true, and what we did about it', false],
      ['Since then: I write down what would prove me wrong', false],
    ],
  },
  {
    answer: `We needed all fourteen teams to use one log format and I couldn't order anybody. A memo had been tried, and two teams
      did it. I asked the big ones why they hadn't. It was three days of work for them and the benefit was mine. So my people
      made the change in their code and they only had to review it. And later we published how much quicker incidents were
      solved with it.`,
    points: [
      ['The problem: fourteen teams, no authority, a memo that failed', true],
      ["Ask why not: three days for somebody else's benefit", true],
      ['Pay the cost: we wrote the change ourselves', true],
      ['A gift on day one: their errors by customer', false],
      ['Evidence, not pressure: twenty minutes against seventy', true],
      ['Know when to stop: the fourteenth', false],
    ],
  },
  {
    answer: `I do half an hour every week with each of them, and I may move it but I don't cancel. They own the agenda, there's a
      page that they fill in. If it's empty I have three questions, for example what they are avoiding. I don't ask about
      status, that's on the board. And with three of them I go for a walk, since they talk better like that.`,
    points: [
      ['Rhythm: half an hour weekly, moved but never cancelled', true],
      ['Their agenda: they write on the page first', true],
      ['Three questions for an empty page', true],
      ['No status: the board has it', true],
      ['Promises counted: fourteen made, twelve kept', false],
      ['Fitted to the person: walks, and one in writing', true],
    ],
  },
  {
    answer: `On a Sunday evening our heating system thought it was summer, in four thousand flats and it was below zero outside. Two
      engineers were trying things. I told them to stop for a moment and gave each a job: one looks for the cause, one for a
      way to get the people warm, and I do the talking. The second one proposed to send the command that the caretaker can
      send, everything on full. It costs gas, but I said do it. The bug we fixed the next day, not at night.`,
    points: [
      ['The scope: four thousand flats, minus six', true],
      ['First stop, then roles: cause, relief, talking', true],
      ["Relief before cause: the caretaker's command", true],
      ['A decision with its price: too warm, and gas', true],
      ['No fix at night', true],
      ['Afterwards: flats fall back to the last good day', false],
    ],
  },
  {
    answer: `I found out in June that the room lists from the districts would take far longer than two weeks. I told my team but I
      told the ministry only in August, because I kept hoping. By then they'd printed leaflets. In the end we let the schools
      type in the rooms by themselves. What I do now is that with every promise I give a second date.`,
    points: [
      ['What and how late: 600 schools, eleven days', false],
      ['When I knew and when I told: June and August', true],
      ['The real damage: a printed leaflet', true],
      ['What worked: an hour and a half by hand, per school', true],
      ['Since then: a date to speak up, in the same mail as the promise', true],
    ],
  },
  {
    answer: `Our best engineer resigned. I didn't offer her money, because it wasn't about money, she wanted to start something new
      and had wanted that for a long time. We had eight weeks. From the second week on she did nothing herself, two others did
      the work with her next to them. That way we discovered several things that nobody else knew.`,
    points: [
      ['Listen first: what would have to be different, and for how long?', true],
      ['No bidding: it was not about pay', true],
      ['A good leaving: she sat beside, others did the work', true],
      ['Seven things only she knew', true],
      ['Then the others: three in the wrong job, two moved', false],
    ],
  },
  {
    answer: `My rule is to buy what the customers would never notice. We bought the search, it took nine days to decide. The seat
      maps we built ourselves, since guides have to close a room when the roof is leaking and no product could do that. Before
      signing anything I have somebody try to get all our data out again. That took two days and helped us when they raised
      the price.`,
    points: [
      ['The rule: what would customers thank us for or miss?', true],
      ['Bought: search, in nine days', true],
      ['Built: seat maps, because of the leaking roof', true],
      ['The way out tried first: two days, used in year three', true],
      ['The better question: who is woken up in its fifth year?', false],
    ],
  },
  {
    answer: `We lost women at the CV stage and it was me who read the CVs. We looked at the numbers for each step and saw it. Then we
      rated old applications again with the names blacked out, and I'd have invited seven more people. Now the first reading is
      done from a list of four lines, without names.`,
    points: [
      ['Where we lose people: figures at each step', true],
      ['The finding: one in five, then one in nine, and it was me', true],
      ['Tested: seven more invitations without names', true],
      ['Changed: four lines, read blind', true],
      ['Result: five of eleven', false],
      ['What is not done: interruptions', false],
    ],
  },
  {
    answer: `A tester called Marek wanted more. I gave him our worst bug, the one at the end of each month, and an hour with me every
      Tuesday where he had the keyboard and I only asked. He found that two services rounded differently. Tickets went from a
      hundred and twenty to nine and he's a developer now.`,
    points: [
      ['Who: a tester written off as "not technical enough"', true],
      ['What I gave: a real fault and an hour a week, not a course', true],
      ['How: he had the keyboard, I had the questions', true],
      ['Result: 120 tickets a month down to nine, and a new role', true],
      ['Settled beforehand: the pay, before the work began', false],
    ],
  },
  {
    answer: `When the company was bought, I first said what would stay: contracts, the office and that they'd hear from me each
      Tuesday. I kept that up for the whole time, even if I had no news. There was a wall with open questions.`,
    points: [
      ['What stays, first: three things', true],
      ['A fixed time: forty-one Tuesdays, even with no news', true],
      ['The list of open questions: fifty-three, with dates', true],
      ['Room for goodbye: the party for the old software', false],
      ['Result: two of eighteen left', false],
    ],
  },
  {
    answer: `I'd say people see me as calm. When our biggest customer was down on a Saturday I named one lead, took all the calls
      and sent those home who'd been awake all night. They also say I'm direct, and somebody once wrote that I'm quick to say
      what's wrong. So now I begin with what I'd keep.`,
    points: [
      ['Where I know it from: anonymous notes, twice a year, read out', false],
      ['Calm: with the outage as the case', true],
      ['Direct: with the criticism and what I changed', true],
      ['Asks where figures come from: a detail that is mine', false],
      ['What is missing: "patient"', false],
    ],
  },
  {
    answer: `We stopped counting post-mortems and asked what'd be different in two weeks. The year before, we'd written down nearly
      a hundred and fifty actions, and less than a third got done. Now each meeting starts with reading the last one, and with
      the one change that will be finished by the second Thursday.`,
    points: [
      ['Counted: 148 actions, 44 done', true],
      ['Start with the end: one change by the second Thursday', true],
      ['"Why did it make sense?": the courier\'s grey button', false],
      ['The last one read out first', true],
      ['Result, with its limits: nineteen, twenty-one changes, all done', false],
    ],
  },
]

/**
 * Answers of other people to other questions, with the points of the shipped banks and general ones; some answers are vague, some
 * say the contrary of a point, some are about something else. Labelled by hand before anything was measured on them.
 */
export const mixed: readonly Labelled[] = [
  {
    answer: `Right now I write code maybe one day out of five. The rest goes to people and planning. I'm never the one who a release
      waits for. I read most of the pull requests that touch the payment flow, and if there's a technology that none of us has
      used, I take two afternoons and try it out before the team commits to it.`,
    points: [
      ['A 20/80 split between hands-on work and management', true],
      ['Conducting code reviews', true],
      ['Stays off the critical path', true],
      ['Spikes for new tech, to evaluate if the team should adopt it', true],
      ['Writing RFCs and architecture design docs', false],
      ['Mentors through pair programming', false],
    ],
  },
  {
    answer: `With Jonas I first wanted to understand what was going on. Did he not know how, did he not want to, or had I never told
      him what I expect? It was the last one. So we wrote down three things for the coming fortnight, each of which we both
      could check. I sat with him twice a week. It took until October, and he's now one of the more reliable people.`,
    points: [
      ['Diagnose: is it a skill gap, a personal issue, or lack of clarity?', true],
      ['Clear expectations: specific, measurable, short-term goals', true],
      ['Support: the resources and coaching needed to hit those goals', true],
      ['Action: if they consistently miss them, a formal performance improvement plan', false],
      ['Result: what became of the person', true],
      ["Protects the team's velocity and morale", false],
    ],
  },
  {
    answer: `To be honest, we do features first, because that's what pays us. When the platform gets really bad we stop everything
      for a quarter and rewrite it. I've done that twice. Product wasn't happy about it, but they had no choice.`,
    points: [
      ['A fixed share of the capacity for platform work', false],
      ['Agreed with product management beforehand', false],
      ['No big bang rewrite', false],
      ['Upgraded runtimes, refactored modules, better monitoring', false],
      ['Features pay the bills', true],
      ['Debt is paid back little by little', false],
    ],
  },
  {
    answer: `I hand over the result and the limits, and I keep out of the steps. For instance, choosing the SMS provider I gave to
      Ines entirely, up to thirty thousand a year. The credit card data I kept close to me, because you can't take back a leak.
      I tell people when we begin whether they decide or only propose. What I'm bad at is week two, I get itchy and start
      asking. So I have a rule: one question a week, and only on Thursdays.`,
    points: [
      ['Result and limit, not steps', true],
      ['Two cases: the provider, and the card data', true],
      ['What decides: whether a mistake can be undone', true],
      ['Said at the start: how far the decision goes', true],
      ['My weakness: nervous in the second week, and the rule against it', true],
      ['Feedback afterwards: what I would have done differently', false],
      ['Chooses the person by their strengths', false],
    ],
  },
  {
    answer: `Our forecast was off by four million. I called the CFO the same afternoon, even though we hadn't found out why. I
      began with the number. Then what we knew, what we didn't, and that I'd ring again at six. She was angry for a day. She
      told me later that she'd have signed a contract the next morning on the old number.`,
    points: [
      ['Early: before the cause was known', true],
      ['First sentence: the plain fact, tried out beforehand', true],
      ['Known, unknown, next call', true],
      ['Why not wait: she would have planned with a wrong number', true],
      ['Brought options for what to do', false],
      ['Outcome: she stayed, and we check every month', false],
      ['Took the blame for the team', false],
    ],
  },
  {
    answer: `There was a designer and a backend developer who put me in copy of everything. I stopped answering these mails. I
      asked both of them for a coffee, one after the other, and mostly listened. It wasn't about the API at all: she found out
      about changes by the app breaking. We put a short review on Tuesdays before anything gets merged. After a month the mails
      had stopped, and at the summer party they sat at the same table.`,
    points: [
      ['Listens to both sides separately', true],
      ['Finds the interest behind the position', true],
      ['Agrees on a concrete change of the process', true],
      ['Follows up to see whether it held', true],
      ['Names the effect of the conflict on the work', false],
      ['Escalates only as a last resort', false],
    ],
  },
  {
    answer: `I hire slowly. Two of us read every application without the name, and we look for four things that we agreed on before
      we advertised. The work sample takes ninety minutes and we pay for it. Everyone writes down a yes or a no before we meet.
      From forty applications we made two offers last year.`,
    points: [
      ['Criteria agreed on in advance', true],
      ['A paid exercise close to the work', true],
      ['Votes before the discussion', true],
      ['Service restored first, the cause later', false],
      ['Clear roles: who leads, who communicates', false],
      ['Updates to customers at fixed times', false],
      ['A review without blame', false],
    ],
  },
  {
    answer: `We had a day to decide whether to switch off the old gateway. I asked what we would regret more, and being down on
      Black Friday was worse than paying another three months. So the default was: leave it on, unless by four o'clock the load
      test came out clean. It came out at sixty percent. We left it on. It cost us forty thousand, and I put that into the
      report myself.`,
    points: [
      ['Make it smaller, with a clock running', false],
      ['A default set beforehand', true],
      ['Compares the price of both mistakes', true],
      ['What the time was used for: a load test', true],
      ['Owned afterwards: the cost, told plainly', true],
      ['Asked an expert from outside', false],
      ['Reversible decisions are made fast', false],
    ],
  },
  {
    answer: `In 2021 I promoted someone because he was our best engineer and I was afraid he'd leave. He hated it. Three people
      asked to be moved before I admitted what I'd done. I told the team it was my call and my mistake, he went back to coding
      with the same salary, and since then nobody leads a team here without trying it out for half a year first.`,
    points: [
      ['A failure of their own, with real damage', true],
      ['Why it happened: fear of losing the best engineer', true],
      ['Says openly that it was their error', true],
      ['The person kept his pay', true],
      ['Since then: a trial of six months', true],
      ['Asked for feedback earlier', false],
      ['Measured the effect of the change', false],
    ],
  },
  {
    answer: `The head of marketing wanted the campaign page by Monday. I said we can have a page by Monday, just not that one. I
      showed her three versions with the days next to them. She picked the middle one. Monday came, it was live, and it brought
      two hundred sign-ups. We did the animation later, and in the end nobody asked for it.`,
    points: [
      ['Found out what the stakeholder really needs', false],
      ['Offers alternatives instead of a no', true],
      ['Shows the effort of each option', true],
      ['Leaves the decision to the stakeholder', true],
      ['Delivered on time', true],
      ['A result in numbers', true],
      ['Backs it with data from users', false],
    ],
  },
  {
    answer: `Communication is key for me. I believe in transparency and in empowering people. At the end of the day it's about
      trust, and about having the right people in the right seats. I've always been passionate about that.`,
    points: [
      ['Trust as the basis', true],
      ['A concrete case with names and dates', false],
      ['What the team did and what I did', false],
      ['The outcome in figures', false],
      ['What I would do differently today', false],
    ],
  },
]

/** As `mixed`. Only the first two versions of the guess were not tuned on it. */
export const heldOut: readonly Labelled[] = [
  {
    answer: `When I took over, the two-week releases were always late. I sat in on three of them and just watched. What I saw was
      that testing only began on the last day. So I asked the testers to join when a ticket is opened, and we agreed that nothing
      counts as done until they've seen it. It took four or five rounds to settle. We went from one release in three on time to
      nine in ten.`,
    points: [
      ['Observed before changing anything', true],
      ['Found the bottleneck: testing at the end', true],
      ['Involved testers from the beginning', true],
      ['A shared definition of done', true],
      ['Patience: it took several iterations', true],
      ['Result: on-time releases from 33 % to 90 %', true],
      ['Automated the regression tests', false],
      ['Convinced management to hire more testers', false],
    ],
  },
  {
    answer: `My best people get the boring work sometimes, same as everyone. But I do know what each of them would like to be doing
      in two years, because I ask twice a year, on a walk, not in the appraisal. Pavel wanted to work with hardware. We had no
      hardware, so I talked to the sister company and he spent a quarter there. He came back, which I didn't expect.`,
    points: [
      ['Knows the ambitions of each person', true],
      ['Career talks kept apart from performance reviews', true],
      ['An example: a secondment to another company', true],
      ['Accepted the risk of losing him', false],
      ['Outcome: the engineer returned', true],
      ['Monthly meetings about career growth', false],
      ['Maps their work to the promotion rubric', false],
    ],
  },
  {
    answer: `I'd start with the numbers: the old system costs us two people full time. I'd not touch it though before we've got tests
      around it, because nobody remembers what it does on the thirty-first. Then we take out one piece after the other and keep
      both running next to each other for a month. If product asks, I show what gets cheaper after each piece.`,
    points: [
      ['Quantifies what the legacy costs', true],
      ['Safety net first: tests', true],
      ['Step by step, no big rewrite', true],
      ['Old and new run in parallel', true],
      ['Explains the benefit to product in their terms', true],
      ['Sets aside a fixed share of every sprint', false],
      ['Trains the team in the new technology', false],
    ],
  },
  {
    answer: `A guy from finance told my team in a meeting that we're the most expensive cost centre. I saw their faces. I said in the
      room that this is about my budget and he should bring it to me, and that the team isn't to blame. Afterwards I went to his
      office and we went through the figures for an hour. Two of his points were fair. I told the team which two.`,
    points: [
      ['Shielded the team in public', true],
      ['Took the criticism onto themselves', true],
      ['Sorted it out in private afterwards', true],
      ['Accepted what was justified', true],
      ['Was transparent with the team', true],
      ['Reported the incident to his manager', false],
      ['Reduced costs by ten percent', false],
    ],
  },
  {
    answer: `I read a lot, blogs, papers, and I go to a conference a year. I like to stay on top of things. My team knows they can
      always come to me with technical questions, my door is open.`,
    points: [
      ['Protects time for hands-on work each week', false],
      ['Reviews designs and code', false],
      ['Knows their limits: lets experts decide', false],
      ['Approachable for technical questions', true],
      ['Keeps learning: reading and conferences', true],
      ['A recent example of something built', false],
    ],
  },
  {
    answer: `We lost the tender, and it was the price. I'd insisted on doing the security module ourselves, I thought it'd make us
      stand out. The customer didn't even look at it. I wrote to my boss that evening that the call was mine. For the next bid I
      let two people argue against me before we set the price, and I still do that.`,
    points: [
      ['A mistake with consequences: a lost contract', true],
      ['Wrong assumption about what the customer values', true],
      ['Owned it without being asked', true],
      ['Now has others challenge the decision', true],
      ['The lesson is still applied today', true],
      ['Made up for the loss with another customer', false],
      ['Shared the lesson with other departments', false],
    ],
  },
  {
    answer: `Everybody was for moving to the cloud. I said I'm not convinced, and here's what would convince me: the bill for one
      service, for one month. They humoured me. The bill came to double what they'd assumed, so we moved only the parts with
      peaks. I didn't say I told you so. My colleague who'd pushed for it ran the migration, and ran it well.`,
    points: [
      ['Disagreed openly, with reasons', true],
      ['Named the evidence that would change their mind', true],
      ['A cheap experiment to settle it', true],
      ['A compromise on the basis of the data', true],
      ['No triumph: the other side leads the work', true],
      ['Escalated the decision to the board', false],
      ['Committed fully after being overruled', false],
    ],
  },
]
