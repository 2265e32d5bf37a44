"use strict";
// What a search offers beside what it finds: the next step that its words ask for, as query/search/intents.py
// says, and names near a query that finds nothing. Words and numbers come with the index.
var avcareersIntents = (function () {
  var engine = avcareersSearch, NAMED = ["job", "school"];

  function unique(list) { return Array.from(new Set(list)); }

  /** Return the number of the job or school that bears a name most directly. */
  function bearing(words) {
    var kinds = engine.index().kinds, best = null;
    engine.names(words).forEach(function (name) {
      var nearer = !best || name.rank < best.rank || (name.rank === best.rank && name.number < best.number);
      if (NAMED.includes(kinds[name.number]) && nearer) { best = name; }
    });
    return best ? best.number : null;
  }

  /** Return the numbers of what is named in a query, the longest names first at each word. */
  function named(words, longest) {
    var found = [];
    for (var first = 0; first < words.length; first += 1) {
      for (var last = Math.min(words.length, first + longest); last > first; last -= 1) {
        var best = bearing(words.slice(first, last).join(" "));
        if (best !== null) { found.push(best); first = last - 1; break; }
      }
    }
    return unique(found);
  }

  /** Return the city named in a query, said whole. */
  function city(words, longest) {
    var places = engine.index().places;
    for (var length = Math.min(words.length, longest); length > 0; length -= 1) {
      for (var first = 0; first + length <= words.length; first += 1) {
        var place = places.get(words.slice(first, first + length).join(" "));
        if (place) { return place; }
      }
    }
    return null;
  }

  /** Return the steps that a query asks for, records by their number; most ask for none. */
  function steps(query) {
    var constants = engine.constants(), cues = constants.steps, index = engine.index(), found = [];
    var words = engine.fold(query).split(" ").filter(Boolean), spaced = " " + words.join(" ") + " ";
    function says(phrases) { return phrases.some(function (phrase) { return spaced.includes(" " + phrase + " "); }); }
    function kind(wanted) { return function (number) { return index.kinds[number] === wanted; }; }
    if (says(cues.pay) || says(cues.compare) || says(cues.schools)) {
      var names = named(words, constants.LONGEST_NAME), jobs = names.filter(kind("job")), schools = names.filter(kind("school"));
      if (jobs.length && says(cues.pay)) { found.push({ step: "pay", records: jobs.slice(0, 1) }); }
      var compared = jobs.length > 1 ? jobs : schools;
      if (says(cues.compare) && compared.length > 1) {
        found.push({ step: "compare", records: compared.slice(0, constants.MOST_COMPARED) });
      }
      var near = says(cues.schools) ? city(words, constants.LONGEST_NAME) : null;
      if (says(cues.schools) && (jobs.length || near)) {
        found.push({ step: "schools", records: jobs.slice(0, 1), near: near });
      }
    }
    Object.keys(cues.explain).forEach(function (topic) {
      var number = index.slugs.findIndex(function (slug, at) { return slug === topic && index.kinds[at] === "topic"; });
      if (number >= 0 && says(cues.explain[topic])) { found.push({ step: "explain", records: [number] }); }
    });
    if (says(cues["entry-jobs"])) { found.push({ step: "entry-jobs", records: [] }); }
    return found;
  }

  /** Return the share of letters that two texts have in common, in the same order. */
  function likeness(one, two) {
    var row = new Array(two.length + 1).fill(0);
    for (var i = 0; i < one.length; i += 1) {
      for (var j = 1, corner = 0; j <= two.length; j += 1) {
        var above = row[j];
        row[j] = one[i] === two[j - 1] ? corner + 1 : Math.max(above, row[j - 1]);
        corner = above;
      }
    }
    return 2 * row[two.length] / (one.length + two.length);
  }

  /** Return the words most like one. */
  function alike(word) {
    var constants = engine.constants(), found = [];
    engine.index().lengths.forEach(function (words, length) {
      // Those much longer or shorter have too few letters in common.
      if (2 * Math.min(length, word.length) < constants.LIKENESS * (length + word.length)) { return; }
      words.forEach(function (other) {
        var share = likeness(word, other);
        if (share >= constants.LIKENESS) { found.push([share, other]); }
      });
    });
    found.sort(function (a, b) { return b[0] - a[0] || (a[1] < b[1] ? -1 : 1); });
    return found.slice(0, constants.CORRECTIONS).map(function (each) { return each[1]; });
  }

  /** Return the names nearest a query, of what is most about the words most like its own. */
  function nearNames(query, titles) {
    var constants = engine.constants(), wanted = engine.fold(query), numbers = new Set();
    if (!wanted || wanted.length > constants.LONGEST_ASKED) { return []; }
    engine.contentWords(query).slice(0, constants.SUGGESTED_WORDS).forEach(function (word) {
      alike(word).forEach(function (other) {
        Array.from(engine.about(other)).sort(function (a, b) { return b[1] - a[1] || a[0] - b[0]; })
          .slice(0, constants.SUGGESTED_NAMES).forEach(function (each) { numbers.add(each[0]); });
      });
    });
    var scored = unique(Array.from(numbers, function (number) { return titles[number]; })).map(function (title) {
      var folded = engine.fold(title), share = likeness(wanted, folded);
      if (wanted.length > 2 && folded.includes(wanted)) { share = Math.max(share, 0.75); }
      return [share, title, folded];
    }).filter(function (each) { return each[0] >= constants.LIKENESS; });
    scored.sort(function (a, b) { return b[0] - a[0] || a[2].length - b[2].length || (a[2] < b[2] ? -1 : 1); });
    return scored.slice(0, constants.SUGGESTIONS).filter(function (each) {
      return each[0] >= scored[0][0] - constants.SPREAD;
    }).map(function (each) { return each[1]; });
  }

  return { steps: steps, nearNames: nearNames };
})();
