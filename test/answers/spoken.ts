import type { Labelled } from './labelled.ts'

/**
 * Answers as they are spoken, with points as a bank has them (bold heads) and as people note them down for themselves (short
 * labels, whole sentences). A point that is half made is labelled by what a friend who listens would tick. All of it was
 * written and labelled before anything was measured on it, and what the guess gets wrong here was never looked at.
 */
export const spoken: readonly Labelled[] = [
  {
    answer: `Right, so this was about two years ago, I had the search team back then, six people. And, um, our product director
      had told the sales folks that the new filters would be there by the trade fair. Nobody had asked us. So my first thing
      was, okay, I didn't want to just say no, so I took a morning with two engineers and we cut it into slices, what would
      people at a booth actually click on? Turned out it's three filters out of fourteen. I went to her with that, on paper,
      three filters by the fair or all of them in the spring, and I said which one I'd take. She wasn't thrilled, I'll be
      honest, but she went for the three. We had them running four days before the fair. And, you know, the funny thing, the
      other eleven, we built two of those in the end, nobody ever wanted the rest. What I do differently now is I sit in the
      sales call every second Wednesday, so I hear such things before they get promised.`,
    points: [
      ['**The situation**: a date promised by others, without asking the team', true],
      ['**No flat refusal**: found out first what is really needed', true],
      ['**Two options on the table**, with a recommendation of mine', true],
      ['**Result**: shipped ahead of the event', true],
      ['**What I learnt**: get involved earlier, before promises are made', true],
      ['**The price**: a week of overtime and how I made up for it', false],
      ['**How the relationship went on**: she now comes to me first', false],
    ],
  },
  {
    answer: `Letting somebody go, yeah. I've done it three times and I remember each one. The one I'd tell you about is a guy in
      our data group, very nice, everybody liked having him around. But the pipelines he owned kept falling over and the others
      were quietly picking up after him at night. I sat down with him in March and I told him straight, this is what I see, this
      is what I need by June, and I'll meet with you each Monday. And he tried, he really did. By May it was clear to both of us.
      I had the papers ready, I did it in person, it took maybe ten minutes, I didn't go round in circles. I wrote him a
      reference the same week and called two people I know, and he's at one of those places now. With the team I was short, I
      didn't go into reasons. What I'd do differently is, I should have started in the autumn. I waited half a year because I
      liked him, and it was the others who paid for that.`,
    points: [
      ['Colleagues were carrying his load', true],
      ['I said plainly what had to change and by when', true],
      ['Weekly check-ins', true],
      ['The conversation itself was brief and face to face', true],
      ['Helped with finding a new job', true],
      ['Kept the details confidential', true],
      ['I acted too late', true],
      ['HR and legal were in the loop from the start', false],
      ['Some people in the team were scared afterwards; I talked to them one by one', false],
    ],
  },
  {
    answer: `I'd say my style is, um, I'm fairly hands-off, but not absent. What that means is, I want people to know where we're
      going, so every quarter I write down the two or three things that matter, and I mean two or three, not nine. And then how
      they get there is up to them. I had a team lead, Maya, who wanted to change our whole branching setup. I'd have done it
      another way. But it wasn't going to sink the ship, so I let her, and it worked out better than mine would have. Where I do
      step in is money and people. If somebody's burning out I'm not going to wait until they come to me. And I try, I don't
      always manage, to say the good things out loud in front of others and the bad ones in a small room.`,
    points: [
      ['**Direction**: few goals, in writing', true],
      ['**Freedom in the how**: an example where I let somebody do it their way', true],
      ['**Where I intervene**: budget, and when someone is struggling', true],
      ['**Praise in public, criticism in private**', true],
      ['**Adapting**: a junior needs more guidance than a senior', false],
      ['**How I know that it works**: the numbers of the engagement survey', false],
      ['**Where it went wrong**', false],
    ],
  },
  {
    answer: `So we'd had this outage, a bad one, checkout down for about an hour and a half on a Saturday. And what I noticed in the
      days after was that everyone was tiptoeing around Tomasz, because it was his config change. I thought, if we leave it like
      that he's going to quit, and worse, nobody's ever going to tell us again when they break something. So in the review I
      started off with my own part, which was that I'd approved skipping the staging step to save time, back in January. You
      could feel the room let go. Then we went through what happened minute by minute, and we found, I think it was four spots
      where the system should've stopped him. We fixed three of those within two weeks. The fourth was too expensive so we wrote
      down why we're not doing it. Tomasz presented the whole thing to the other departments, his own idea. And the number of
      near misses people report went from basically none to five or six a month.`,
    points: [
      ['An hour and a half without checkout', true],
      ['The atmosphere: everybody avoids the one who did it', true],
      ['I went first and admitted my own mistake', true],
      ['We looked at the system rather than the person', true],
      ['Actions: most were done in a fortnight, one was consciously left out', true],
      ['He told the story himself', true],
      ['More near misses are reported than before', true],
      ['Customers got an apology and a refund', false],
      ['The incident changed how we hire', false],
    ],
  },
  {
    answer: `Um, prioritising. Okay. We always have about three times as much as we can do, I think that's normal. What I do is I ask
      for each thing, what happens if we don't? And for a surprising amount of it, the answer is, well, nothing much. Those go
      off the list, I don't keep a backlog of four hundred items, we throw out what's older than six months. What's left I put
      next to each other with the product manager, and we look at effort, very rough, days, weeks or months, and what it brings
      in. In autumn we had the choice between single sign-on and a new editor. The editor was what everybody wanted to build.
      But single sign-on was holding up three deals worth half a million, so that's what we did. I told the team why, I showed
      them the deals. They grumbled, and then they did it in five weeks.`,
    points: [
      ['Ask for the cost of not doing it', true],
      ['The backlog is kept small', true],
      ['Value against effort, estimated roughly', true],
      ['Done together with product', true],
      ['Example: SSO before editor, because of contracts waiting', true],
      ['Explain the reasons to the engineers', true],
      ['A fifth of the time is reserved for technical debt', false],
      ['Say no in a friendly way', false],
      ['Review the priorities every month', false],
    ],
  },
  {
    answer: `Honestly the toughest feedback I ever got was from my own deputy. She said, when you walk into a room, the discussion's
      over. And I thought, that can't be right, I ask everybody for their opinion. But she said, yes, you do, right after you've
      told them yours. It stung. I went home and I was in a mood for the whole weekend. On Monday I thanked her, and I asked her
      to kick me under the table whenever I did it again. She did, quite a lot in the first weeks. And what I've done since is I
      come ten minutes late to design meetings, on purpose, or I don't come at all and read the notes. I think it's been, what,
      eight months. Last week they chose a database that I'd have never picked, and I learned it from the notes. I felt proud,
      and a little left out.`,
    points: [
      ['**Who said it**: my deputy', true],
      ['**What she said**: my opinion closes every debate', true],
      ['**First reaction**: hurt, defensive', true],
      ['**Asked for a signal**: so that I notice it myself', true],
      ['**What I do now**: stay away from meetings or join them later', true],
      ['**Evidence**: a decision the team took without me', true],
      ['**Asked others** whether they saw it too', false],
      ['**Passed it on**: I tell new leads about it', false],
    ],
  },
  {
    answer: `We were thirty-one people when I came and we had to be fifty by Christmas, that was the plan. I'd never hired at that
      speed. First I looked at where it was getting stuck, and it wasn't that we had too few CVs, it was that people waited nine
      days between interviews and then took some other offer. So we made it one day, everything in one day, with a decision in
      the evening. I trained eight of my engineers to interview, they each watched two and then did two with somebody watching.
      And I said from the beginning we're not lowering the bar, if it's forty-five at Christmas then it's forty-five. In the end
      it was forty-seven. Two of those didn't work out, both from the last month, when I was tired and overruled the panel,
      which I won't do again. The managers, uh, I promoted two from inside and that helped a lot because somebody had to know
      how things are done.`,
    points: [
      ['**The task**: from 31 to 50 by the end of the year', true],
      ['**Found the bottleneck**: waiting time, not applications', true],
      ['**Process**: all interviews in a single day, answer the same evening', true],
      ['**Interviewers trained** by shadowing', true],
      ['**Quality before quantity**', true],
      ['**Result**: 47, two of them mistakes', true],
      ['**Onboarding**: a buddy and a plan for the first weeks', false],
      ['**Diversity**: where the candidates came from', false],
      ['**Leads from our own ranks**', true],
      ['**My own error**: going against the panel', true],
    ],
  },
  {
    answer: `I had this one situation with an architect, Henrik, who's been there for, I don't know, fifteen years, and he didn't
      report to me. We needed his team to give us an interface for the customer data. He said no in three meetings, each time
      with another reason. So I stopped arguing about the interface, and I invited him for lunch and asked what had happened the
      last time somebody did this. And it all came out, two years earlier a team had built on his data, then they were dissolved,
      and he'd been maintaining their stuff ever since. He just didn't want an orphan again. So I wrote it down, that we'd run it
      and that we'd be on call for it, with my name under it and my boss's. He signed within a week. We've been running it for
      fourteen months now. And he's been the one recommending us to others.`,
    points: [
      ['No authority over him', true],
      ['He kept refusing, with changing arguments', true],
      ['I asked about his experience instead of pushing', true],
      ['The real worry: being left with the maintenance', true],
      ['A written commitment, backed by my manager', true],
      ['He became an advocate', true],
      ['I would talk to him in private sooner next time', false],
      ['Escalating was never necessary', false],
      ['We have kept our word for more than a year', true],
    ],
  },
  {
    answer: `The way I look at technical debt, I don't like the word very much, because everybody thinks of something else. I ask the
      developers once a month, what slowed you down? They get three votes each. Then I take the top one and I put a price on it,
      so for instance the build took forty minutes, twenty-five people, five times a day, that's real money. With that I go to
      product and say, four weeks for two people and we'd get that back before summer. I've never had a no when I came with a
      number. I've had plenty when I came with "the code is ugly". And we don't do big rewrites, I did one once, it took twice as
      long as I'd said and users got nothing out of it. The build's at six minutes now.`,
    points: [
      ['**Ask those who feel it**: the team votes', true],
      ['**Translate it into money**', true],
      ['**Talk with product** in their language', true],
      ['**Small steps instead of a rewrite**, and the one that taught me', true],
      ['**The result**: build time from 40 to 6 minutes', true],
      ['**Prevention**: reviews and automated checks', false],
      ['**A fixed budget**: so many days in each sprint', false],
    ],
  },
  {
    answer: `Why do I want to work here? So, um, a couple of things. I've been using your product for years, my wife and I plan our
      trips with it, and I've sworn at the calendar sync more than once, so I'd like to get my hands on that. But seriously, what
      I'm after is a place that's growing. Where I am we've been shrinking for two years, I've become quite good at closing
      things, and I'd like to open something again. And I talked to Priya, who used to work with me, and she told me that here a
      team can just try something for two weeks without a committee. I haven't had that since my first job. What I'd bring is
      that I've taken a group from eight to thirty before, and I know a few of the walls you're going to run into.`,
    points: [
      ['I know the product as a user', true],
      ['What they do matters for society', false],
      ['I want to build something up again, after years of cuts', true],
      ['Insider view from a former colleague', true],
      ['Room to experiment', true],
      ['My experience with scaling teams', true],
      ['The location suits my family', false],
      ['I have read their engineering blog', false],
    ],
  },
  {
    answer: `What do I do when two of my people can't stand each other? I had that with, let's call them Rob and Steffi. It was in the
      code reviews mostly, forty comments on a change of ten lines, that sort of thing. I didn't do anything for a while, I'll
      admit, I hoped it'd go away. Then a third person said she didn't want to be in that team anymore. So I took them for a walk,
      one at a time, and I just asked, what would need to happen? And they both said the same thing really, they wanted to be
      asked before things were decided. I got them in a room then and had each one say what the other had told me, and correct
      it until it was right. It took an hour and it was awful. They agreed that anything about the API gets ten minutes on a
      whiteboard before anybody writes code. They're not friends. But the reviews are down to two or three comments.`,
    points: [
      ['**How it showed**: endless comments in reviews', true],
      ['**I hesitated**, and what made me move', true],
      ['**Separately first**', true],
      ['**What was underneath**: both felt passed over', true],
      ['**Each repeats the other side** until it is correct', true],
      ['**An agreement on how to work**: sketch before coding', true],
      ['**Honest ending**: colleagues, no friendship', true],
      ['**Followed up** after a month and after three', false],
      ['**Told my boss** before it came out elsewhere', false],
    ],
  },
  {
    answer: `I think ownership's very important. In my team everyone feels responsible, and I lead by example. I'm always there for my
      people and I've got their backs. When there's a problem we look for solutions together, and we celebrate our successes.
      I'm also someone who likes to challenge the status quo, and I've had really good feedback about that over the years. My
      people would say I'm fair, and that they can come to me with everything. I believe that if you treat people well then the
      results will come by themselves. I've never had somebody leave because of me, as far as I know, and I'm a bit proud of that.`,
    points: [
      ['A concrete example from the last year', false],
      ['How I delegate: outcome, limits, deadline', false],
      ['Role model', true],
      ['Low turnover', true],
      ['What I would do if someone misses a commitment', false],
      ['Wins are celebrated', true],
    ],
  },
  {
    answer: `Also, das war im Herbst vor zwei Jahren. Ich hatte damals acht Leute, und unser wichtigster Kunde hat angekündigt, dass er
      kündigt, wenn die Schnittstelle nicht bis Jahresende läuft. Ich hab dann als Erstes mit dem Kunden telefoniert, ohne den
      Vertrieb, und gefragt, was davon er wirklich braucht. Das waren zwei von sieben Funktionen. Dann hab ich das Team
      zusammengeholt und ganz offen gesagt, wie es steht. Drei haben sich freiwillig gemeldet, die anderen haben ihnen den Rücken
      freigehalten. Überstunden gab's keine, darauf hab ich geachtet. Mitte Dezember waren wir fertig, zwei Wochen vor der Frist,
      und der Kunde hat um drei Jahre verlängert. Was ich gelernt habe, ist, dass man direkt mit den Leuten reden muss, die es
      benutzen.`,
    points: [
      ['**Ausgangslage**: Kunde droht mit Kündigung', true],
      ['**Direkt beim Kunden nachgefragt**, was er braucht', true],
      ['**Offen gegenüber dem Team**', true],
      ['**Ergebnis**: zwei Wochen früher fertig, Vertrag verlängert', true],
      ['**Was schiefging**: die Dokumentation blieb liegen', false],
    ],
  },
  {
    answer: `Feedback gebe ich am liebsten sofort, also am selben Tag und unter vier Augen. Ich sage, was ich beobachtet habe, und was
      das bei mir oder bei anderen ausgelöst hat, und dann frage ich erst mal, wie der andere das sieht. Ein Beispiel: Ein
      Entwickler hat in einer Besprechung eine Kollegin dreimal unterbrochen. Ich hab ihn danach auf einen Kaffee mitgenommen und
      ihm das genau so beschrieben. Er hatte es gar nicht gemerkt. Beim nächsten Mal hat er sich selbst gestoppt und gelacht. Ich
      lasse mir auch selbst welches geben, jedes Vierteljahr, anonym, und lese es dem Team vor.`,
    points: [
      ['Zeitnah und im Einzelgespräch', true],
      ['Beobachtung, Wirkung, dann zuhören', true],
      ['Konkretes Beispiel mit dem Entwickler', true],
      ['Auch Lob gehört dazu', false],
      ['Ich hole mir selbst Feedback vom Team', true],
    ],
  },
]
