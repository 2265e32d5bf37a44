"use strict";
// Which jobs suit someone, judged as `avcareers match` does. It touches no page. What is asked is lists of words,
// under the names of the options: { like: [], not: [], from: [] }.
var avcareersMatching = (function () {
  var GROUPS = ["fits", "fits-if", "ask-first"], LIKE = "like", WAY = "way";

  function level(asked) { return asked.from[0] || ""; }

  // What is refused and known of fewer than one job in ten: all the others would be in doubt for it.
  function seldomKnown(data, asked) {
    return asked.not.filter(function (name) {
      return data.jobs.filter(function (job) { return job.conditions[name]; }).length < 0.1 * data.jobs.length;
    });
  }

  function judged(job, asked, way, seldom) {
    var met = asked.like.filter(function (like) { return job.activities[like]; });
    var answers = asked.not.map(function (name) { return job.conditions[name] ? job.conditions[name][0] : null; });
    var against = asked.like.length && !met.length ? [LIKE] : [];
    against = against.concat(asked.not.filter(function (_, place) { return answers[place] === "yes"; }));
    if (way === "closed") { against.push(WAY); }
    var group = answers.includes("sometimes") ? "fits-if" : "fits";
    var silent = asked.not.some(function (name, place) { return answers[place] === null && !seldom.includes(name); });
    if (way === "unknown" || way === "none" || silent) { group = "ask-first"; }
    if (against.length) { group = null; }
    var inTheWay = answers.filter(function (answer) { return answer !== "no"; }).length;
    var place = [group ? GROUPS.indexOf(group) : GROUPS.length, -met.length, inTheWay, job.entry ? 0 : 1];
    return { slug: job.slug, group: group, likes: met, against: against, place: place };
  }

  function before(a, b) {
    var differs = a.place.findIndex(function (number, at) { return number !== b.place[at]; });
    return differs < 0 ? 0 : a.place[differs] - b.place[differs];
  }

  // What is said of each job, in the order to show them, those set aside last.
  function judge(data, asked) {
    var ways = data.ways[level(asked)], seldom = seldomKnown(data, asked);
    return data.jobs.map(function (job) { return judged(job, asked, ways[job.slug] || "open", seldom); }).sort(before);
  }

  function givenBack(all, lifted) {
    return all.filter(function (one) {
      return one.against.length && one.against.every(function (name) { return lifted.includes(name); });
    }).length;
  }

  function combinations(words, size) {
    if (!size) { return [[]]; }
    return words.flatMap(function (word, place) {
      return combinations(words.slice(place + 1), size - 1).map(function (rest) { return [word].concat(rest); });
    });
  }

  // What one may ask with so many words less, or with none.
  function fewer(asked, several) {
    var words = [].concat(asked.like.length ? [LIKE] : [], asked.not, asked.from.length ? [WAY] : []);
    return combinations(words, Math.min(several, words.length)).map(function (lifted) {
      return { lifted: lifted, asked: {
        like: lifted.includes(LIKE) ? [] : asked.like,
        not: asked.not.filter(function (name) { return !lifted.includes(name); }),
        from: lifted.includes(WAY) ? [] : asked.from,
      } };
    });
  }

  // The lowest level above one's own that opens a way.
  function raised(data, asked, all) {
    var closed = all.filter(function (one) { return one.against.join() === WAY; });
    var levels = Object.keys(data.ways), higher = levels.slice(levels.indexOf(level(asked)) + 1);
    return !asked.from.length ? [] : higher.map(function (each) {
      var back = closed.filter(function (one) { return data.ways[each][one.slug] !== "closed"; });
      return { asked: Object.assign({}, asked, { from: [each] }), jobs: back.length };
    }).filter(function (one) { return one.jobs; }).slice(0, 1);
  }

  // What gives jobs back, the most first: one word of the request less; else two, else all.
  function openings(data, asked, all) {
    function counted(change) { return { asked: change.asked, jobs: givenBack(all, change.lifted) }; }
    function opens(change) { return change.jobs; }
    var standing = raised(data, asked, all);
    var changes = fewer(asked, 1).filter(function (change) {
      return !(standing.length && change.lifted.includes(WAY));
    }).map(counted).concat(standing);
    if (!all.some(function (one) { return one.group; })) {
      [2, asked.not.length + 2].forEach(function (several) {
        if (!changes.some(opens)) { changes = fewer(asked, several).map(counted); }
      });
    }
    return changes.filter(opens).sort(function (a, b) { return b.jobs - a.jobs; });
  }

  return { GROUPS: GROUPS, judge: judge, openings: openings };
})();
