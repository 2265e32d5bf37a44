"use strict";
// The search of the command line, in the browser: the same tables, the same points, the same order.
// What a number or a list of words means is said in query/search/*.py, which docs/search.md explains;
// all of them come with the index, so that they are written once.
var avcareersSearch = (function () {
  var DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
  var VALUE = {};
  for (var at = 0; at < 64; at += 1) { VALUE[DIGITS[at]] = at; }
  var LIGATURES = { "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l" };
  var index, weights, constants;
  var stemmed = { fr: new Map(), en: new Map() }, sounds = new Map();

  // Text

  function fold(text) {
    var plain = text.normalize("NFKD").toLowerCase().normalize("NFKD")
      .replace(/\p{Mn}/gu, "").replace(/[œæßøđł]/g, function (sign) { return LIGATURES[sign]; })
      .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
    return plain.replace(/([a-z]{2})(?=[0-9]{4})/g, "$1 ").replace(/\b([23]) d\b(?! [aeiouyh])/g, "$1d");
  }

  function contentWords(text) {
    var words = fold(text).split(" ").filter(Boolean);
    var kept = words.filter(function (word, place) {
      return !constants.stop.has(word) && !(word === "ai" &&
        (constants.beforeHave.has(words[place - 1]) || ["je", "t"].includes(words[place + 1])));
    });
    return kept.length ? kept : words;
  }

  function stem(language, word) {
    var known = stemmed[language];
    if (!known.has(word)) {
      var said = word;
      if (language === "fr") {
        constants.feminines.some(function (each) {
          var masculine = said.replace(each[0], each[1]);
          var changed = each[0].test(said);
          said = masculine;
          return changed;
        });
      }
      known.set(word, avcareersStemmers[language](said));
    }
    return known.get(word);
  }

  function wordStems(word) {
    return new Set([stem("fr", word), stem("en", word)]);
  }

  /** Return how a folded word sounds. */
  function sound(word) {
    if (!sounds.has(word)) {
      var single = constants.spelt.reduce(function (said, each) {
        return said.replaceAll(each[0], each[1]);
      }, word).replace(/(.)\1+/g, "$1");
      sounds.set(word, single.replace(constants.letters, function () {
        var heard = Array.prototype.slice.call(arguments, 1, 1 + constants.heard.length);
        return constants.heard[heard.findIndex(function (part) { return part !== undefined; })][1];
      }).replace(/(.)\1+/g, "$1"));
    }
    return sounds.get(word);
  }

  function nameKey(text) {
    var stems = contentWords(text).map(function (word) { return stem("fr", word); });
    return Array.from(new Set(stems)).sort().join(" ");
  }

  // Tables

  function digits(text, from, count) {
    var value = 0;
    for (var place = from; place < from + count; place += 1) { value = value * 64 + VALUE[text[place]]; }
    return value;
  }

  /** Return sorted words kept as what each does not share with the one before. */
  function unfolded(text) {
    var before = "";
    return text.split("\n").map(function (part) {
      before = before.slice(0, VALUE[part[0]]) + part.slice(1);
      return before;
    });
  }

  /** Return the number and weight of each record or class of a list. */
  function postings(text, place) {
    var found = new Map(), number = -1;
    while (place < text.length) {
      var step = VALUE[text[place]];
      place += 1;
      if (step === 63) { step = digits(text, place, 2); place += 2; }
      number += step;
      found.set(number, VALUE[text[place]]);
      place += 1;
    }
    return found;
  }

  /** Stems, the numbers of the records that say each, a line each, and how much each does, in one line. */
  function Table(words, numbers, weights) {
    this.words = unfolded(words);
    this.numbers = numbers.split("\n").map(function (line) {
      var found = [], number = -1;
      for (var place = 0; place < line.length; place += 1) {
        var step = VALUE[line[place]];
        if (step === 63) { step = digits(line, place + 1, 2); place += 2; }
        number += step;
        found.push(number);
      }
      return found;
    });
    var first = 0;
    this.first = this.numbers.map(function (numbers) { first += numbers.length; return first - numbers.length; });
    this.weights = weights;
    this.place = new Map(this.words.map(function (word, place) { return [word, place]; }));
  }
  Table.prototype.from = function (word) {
    var low = 0, high = this.words.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (this.words[middle] < word) { low = middle + 1; } else { high = middle; }
    }
    return low;
  };
  Table.prototype.begins = function (word) {
    var first = this.words[this.from(word)];
    return first !== undefined && first.startsWith(word);
  };

  function load(data) {
    var said = data.constants;
    constants = Object.assign({}, said, {
      stop: new Set(said.stop), small: new Set(said.small), beforeHave: new Set(said.beforeHave),
      asking: new Set(said.asking),
      letters: new RegExp(said.heard.map(function (each) { return "(" + each[0] + ")"; }).join("|"), "g"),
      elided: new RegExp("^(?:" + said.elided + ")"), shortened: new RegExp("^(?:" + said.shortened + ")"),
      bySound: new Map(), long: said.stop.filter(function (word) { return word.length >= said.SHORTEST_TYPO; }),
      feminines: said.feminines.map(function (each) { return [new RegExp(each[0]), each[1]]; })
    });
    said.stop.forEach(function (word) {
      if (word.length >= said.SHORTEST_SAID && !constants.bySound.has(sound(word))) { constants.bySound.set(sound(word), word); }
    });
    index = {
      kinds: [], sizes: data.sizes, unsaid: data.unsaid, slugs: data.slugs.split("\n"), names: new Map(),
      fr: new Table(data.stems.fr[0], data.stems.fr[1], data.stems.fr[2]),
      en: new Table(data.stems.en[0], data.stems.en[1], data.stems.en[2]),
      places: new Map(), words: new Map(), lengths: new Map(), synonyms: new Map(), holding: new Map(), about: new Map(), says: new Map()
    };
    data.sizes.forEach(function (each) {
      for (var count = 0; count < each[1]; count += 1) { index.kinds.push(each[0]); }
    });
    var number = 0;
    data.names.split("\n").forEach(function (row) {
      number += VALUE[row[0]];
      if (!index.names.has(number)) { index.names.set(number, []); }
      index.names.get(number).push({ number: number, rank: VALUE[row[1]], label: row.slice(2) });
    });
    unfolded(data.words[0]).forEach(function (word, place) {
      // How many records say it, up to 31; whether one does as a name.
      var said = VALUE[data.words[1][place]];
      index.words.set(word, [said % 32, said > 31]);
      if (!index.lengths.has(word.length)) { index.lengths.set(word.length, []); }
      index.lengths.get(word.length).push(word);
    });
    data.places.split("\n").forEach(function (row) {
      var parts = row.split("\t"), place = { slug: parts[0], name: parts[1] };
      [fold(parts[0]), fold(parts[1])].concat(parts.slice(2)).forEach(function (folded) { index.places.set(folded, place); });
    });
    data.synonyms.split("\n").forEach(function (row) {
      var parts = row.split("\t");
      index.synonyms.set(parts[0], parts.slice(1));
    });
  }

  function learn(data) {
    var pieces = unfolded(data.pieces), given = data.given.split("\n");
    weights = {
      numbers: data.numbers, roots: data.roots, tastes: data.tastes, pieces: new Map(), steps: data.steps
    };
    pieces.forEach(function (piece, place) { weights.pieces.set(piece, given[place]); });
  }

  function knows(word) {
    return index.fr.place.has(stem("fr", word)) || index.en.place.has(stem("en", word));
  }

  function begins(word) { return index.fr.begins(word) || index.en.begins(word); }

  function read(word) {
    var best = new Map(), says = new Set(), unknown = !knows(word);
    ["fr", "en"].forEach(function (language) {
      var table = index[language], root = stem(language, word);
      // A word that nothing says may be the beginning of others.
      var derives = unknown && root.length > 1;
      for (var place = table.from(root); place < table.words.length; place += 1) {
        var said = table.words[place];
        if (derives ? !said.startsWith(root) : said !== root) { break; }
        if (said.length > constants.LONGEST_BEGUN * root.length) { continue; }
        var kept = said === root ? 1 : constants.BEGUN * root.length / said.length;
        table.numbers[place].forEach(function (number, nth) {
          var weight = (VALUE[table.weights[table.first[place] + nth]] + 1) / constants.MOST_WEIGHT;
          if (said === root) { says.add(number); }
          if (kept * weight > (best.get(number) || 0)) { best.set(number, kept * weight); }
        });
      }
    });
    index.about.set(word, best);
    index.says.set(word, says);
  }

  function about(word) {
    if (!index.about.has(word)) { read(word); }
    return index.about.get(word);
  }

  function saying(word) {
    about(word);
    return index.says.get(word);
  }

  /** Return the records that say a word, in either language. */
  function holding(word) {
    if (!index.holding.has(word)) {
      var numbers = new Set();
      ["fr", "en"].forEach(function (language) {
        var place = index[language].place.get(stem(language, word));
        if (place !== undefined) { index[language].numbers[place].forEach(function (n) { numbers.add(n); }); }
      });
      index.holding.set(word, numbers);
    }
    return index.holding.get(word);
  }

  /** Return the names made of just those words, in any order and either gender. */
  function namesOf(text) {
    var key = nameKey(text), found = [];
    if (!key) { return found; }
    var lists = contentWords(text).map(holding).sort(function (one, two) { return one.size - two.size; });
    var every = Array.from(lists[0]).filter(function (number) {
      return lists.every(function (numbers) { return numbers.has(number); });
    });
    new Set(every.concat(index.unsaid)).forEach(function (number) {
      (index.names.get(number) || []).forEach(function (name) {
        if (name.key === undefined) { name.key = nameKey(name.label); name.folded = fold(name.label); }
        if (name.key === key) { found.push(name); }
      });
    });
    return found.sort(function (one, two) {
      return one.number - two.number || (one.folded < two.folded ? -1 : 1);
    });
  }

  /** Return the schools called by just those words, and their programmes. */
  function ofSchool(words) {
    var found = new Set();
    namesOf(words).forEach(function (name) {
      if (index.kinds[name.number] !== "school") { return; }
      var school = index.slugs[name.number];
      index.slugs.forEach(function (slug, number) {
        var kind = index.kinds[number];
        if ((kind === "school" || kind === "programme") && (slug === school || slug.startsWith(school + "/"))) {
          found.add(number);
        }
      });
    });
    return found;
  }

  function synonyms(words) { return index.synonyms.get(nameKey(words)) || []; }

  // Typos

  /** Return how many letters more, less, other or swapped part two words, or more than most. */
  function distance(one, two, most) {
    if (Math.abs(one.length - two.length) > most) { return most + 1; }
    var previous = [], before = null, current;
    for (var j = 0; j <= two.length; j += 1) { previous.push(j); }
    for (var i = 1; i <= one.length; i += 1) {
      current = [i];
      var least = i;
      for (j = 1; j <= two.length; j += 1) {
        var cost = one[i - 1] === two[j - 1] ? 0 : 1;
        var value = Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost);
        if (i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1]) {
          value = Math.min(value, before[j - 2] + 1);
        }
        current.push(value);
        least = Math.min(least, value);
      }
      if (least > most) { return most + 1; }
      before = previous;
      previous = current;
    }
    return previous[two.length];
  }

  function uses(word) { return index.words.get(word) || [0, false]; }

  function isAnother(word, other) {
    return (word.length === other.length && word.length < constants.SHORT) || other[0] !== word[0];
  }

  function sorted(word) { return word.split("").sort().join(""); }

  function consonants(word) { return word.replace(/[aeiouy]/g, ""); }

  function slipped(word, other) {
    if (consonants(word) === consonants(other) && word.length < other.length) { return true; }
    if (word.length !== other.length) { return false; }
    var wrong = Array.from(word, function (letter, place) { return [letter, other[place]]; })
      .filter(function (pair) { return pair[0] !== pair[1]; });
    return wrong.length === 2 || (wrong.length === 1 && constants.KEYS.some(function (row) {
      return row.includes(wrong[0].join("")) || row.includes(wrong[0][1] + wrong[0][0]);
    }));
  }

  function soundAlike(word, other) {
    return (word[0] === other[0] || constants.BEGINNINGS.some(function (each) {
      return each.includes(word[0]) && each.includes(other[0]);
    })) && sound(word) === sound(other);
  }

  function most(typos, word) {
    var held = typos.find(function (each) { return word.length >= each[0]; });
    return held ? held[1] : 0;
  }

  function near(word, typos, heard) {
    var found = [], limit = Math.max(typos, heard), reach = Math.max(typos, Math.min(heard, constants.LONGER));
    for (var length = word.length - reach; limit && length <= word.length + reach; length += 1) {
      (index.lengths.get(length) || []).forEach(function (other) {
        var typed = distance(word, other, limit), alike = typed <= limit && soundAlike(word, other);
        if (!alike && typed > typos) { return; }
        var said = uses(other), slip = !alike && typed === 1 && slipped(word, other);
        var same = sorted(word) === sorted(other) || word.length < other.length;
        if (!alike && !said[1] && (typed === 1
          ? word.length < constants.LONG && !(slip && (same || word.length > constants.SHORT))
          : distance(sound(word), sound(other), typed) >= typed)) { return; }
        found.push([
          !alike && !slip && isAnother(word, other), alike ? constants.HEARD + constants.SPELLED * typed : typed,
          other[0] !== word[0], !said[1], -said[0], other
        ]);
      });
    }
    return found.sort(function (one, two) {
      for (var place = 0; place < 6; place += 1) {
        if (one[place] !== two[place]) { return one[place] < two[place] ? -1 : 1; }
      }
      return 0;
    });
  }

  function nearest(word) {
    var found = near(word, most(constants.TYPOS, word), most(constants.HEARD_TYPOS, word));
    var best = found.filter(function (other) {
      return [0, 1, 2, 3].every(function (place) { return other[place] === found[0][place]; });
    }).slice(0, constants.CORRECTIONS);
    return best.map(function (other) {
      return [other[5], other[0] ? 0 : Math.pow(constants.TRUST, other[1])];
    }).concat(found.slice(0, constants.IN_NAMES).filter(function (other) {
      return !best.includes(other) && other[1] <= found[0][1] + constants.FURTHER;
    }).map(function (other) { return [other[5], 0]; }));
  }

  function nearsName(word) {
    return near(word, 1, most(constants.HEARD_TYPOS, word)).some(function (other) { return !other[3] && !other[0]; });
  }

  function nearestName(word) {
    if (word.length < constants.SHORT || uses(word)[0]) { return []; }
    var stems = wordStems(word);
    return near(word, 1, 1).filter(function (other) {
      return !other[3] && !other[0] && !Array.from(wordStems(other[5])).some(function (each) {
        return stems.has(each);
      });
    }).slice(0, 1).map(function (other) { return [other[5], constants.NAME_TRUST]; });
  }

  /** Return the known or small words that make up one, each way. */
  function parts(word, most) {
    var found = [];
    for (var cut = word.length; cut > 1; cut -= 1) {
      var head = word.slice(0, cut), rest = word.slice(cut);
      if (!stands(head) && !(constants.small.has(head) && rest)) { continue; }
      if (!rest) { found.push([head]); continue; }
      (most > 1 ? parts(rest, most - 1) : []).forEach(function (after) { found.push([head].concat(after)); });
    }
    return found;
  }

  function stands(word) {
    var said = uses(word);
    return word.length < constants.SHORTEST_PART ? said[1] > 0 : said[0] > 0 || constants.stop.has(word);
  }

  function apart(word) {
    var best = null;
    (word.length <= constants.LONGEST_RUN ? parts(word, constants.MOST_PARTS) : []).forEach(function (each) {
      var said = each.filter(function (part) { return !constants.stop.has(part) && !constants.small.has(part); });
      if (each.length < 2 || !said.length || !intersects(said.map(saying))) { return; }
      var found = [!namesOf(each.join(" ")).length, each.length, said.join(" ")];
      if (found[0] && !said.every(function (part) { return uses(part)[1]; })) { return; }
      if (!best || before(found, best)) { best = found; }
    });
    return best ? [[best[2], constants.SPLIT]] : [];
  }

  function before(one, two) {
    var place = one.findIndex(function (each, nth) { return each !== two[nth]; });
    return place >= 0 && one[place] < two[place];
  }

  function intersects(sets) {
    return Array.from(sets[0]).some(function (number) {
      return sets.every(function (numbers) { return numbers.has(number); });
    });
  }

  // What words stand for

  function understand(query) {
    var said = contentWords(query).filter(function (word) { return !constants.stop.has(word); });
    var words = Array.from(new Set(said)).slice(0, constants.LONGEST_QUERY), meanings = [], place = 0;
    while (place < words.length) {
      var known = longestKnown(words.slice(place)), typed = words.slice(place, place + known[0]).join(" ");
      meanings.push({ typed: typed, known: known[1], right: known[1].length ? [] : corrections(typed) });
      place += known[0];
    }
    var name = named(meanings);
    meanings.forEach(function (meaning, nth) {
      var right = meaning.right, meant = [];
      right = right.filter(function (way) { return way[0] === name[nth]; })
        .map(function (way) { return [way[0], Math.max(way[1], constants.NAMED)]; })
        .concat(right.filter(function (way) { return way[1] && way[0] !== name[nth]; }));
      right.forEach(function (way) {
        synonyms(way[0]).forEach(function (means) { meant.push([means, constants.SYNONYM * way[1]]); });
      });
      meaning.readAs = right.length ? right[0][0] : "";
      meaning.corrected = meaning.readAs || meaning.typed;
      meaning.ways = [[meaning.typed, 1]].concat(
        meaning.known.concat(right, meant).filter(function (way) { return way[1]; }));
    });
    return meanings;
  }

  /** Return the words of the longest name that is in a query, its typos corrected, by their places. */
  function named(meanings) {
    var alone = meanings.length === 1;
    var choices = meanings.map(function (meaning) {
      var right = meaning.right.filter(function (way) { return way[1] || !alone; });
      return right.length ? right.map(function (way) { return way[0]; }) : [meaning.typed];
    });
    for (var length = meanings.length; length >= Math.min(meanings.length, 2) && length; length -= 1) {
      for (var first = 0; first + length <= meanings.length; first += 1) {
        var some = choices.slice(first, first + length), found;
        var read = meanings.slice(first, first + length).some(function (meaning) { return meaning.right.length; });
        var number = some.reduce(function (product, words) { return product * words.length; }, 1);
        found = read && number <= constants.MOST_NAMES ? nameAmong(some, number) : null;
        if (found) { return new Array(first).concat(found); }
      }
    }
    return [];
  }

  function nameAmong(choices, number) {
    for (var nth = 0; nth < number; nth += 1) {
      var left = nth, words = [];
      for (var place = choices.length - 1; place >= 0; place -= 1) {
        words.unshift(choices[place][left % choices[place].length]);
        left = Math.floor(left / choices[place].length);
      }
      if (namesOf(words.join(" ")).length) { return words; }
    }
    return null;
  }

  // Small words as messages have them

  function spelledOut(query) {
    var words = fold(query).split(" "), changed = wholeWords(words).map(function (word) { return isSaid(word) ? word : written(word); });
    return changed.join(" ") === words.join(" ") ? query : changed.join(" ");
  }

  /** Return words with those in two pieces made whole, when one of these says nothing. */
  function wholeWords(words) {
    var whole = [];
    words.forEach(function (word) {
      var before = whole[whole.length - 1], said = !whole.length || (isSaid(word) && isSaid(before));
      if (!said && (before + word).length >= constants.SHORTEST_TYPO && knows(before + word)) {
        whole[whole.length - 1] = before + word;
      } else {
        whole.push(word);
      }
    });
    return whole;
  }

  function isSaid(word) { return constants.stop.has(word) || knows(word) || synonyms(word).length > 0; }

  function written(word) {
    if (Object.prototype.hasOwnProperty.call(constants.shorthand, word)) { return constants.shorthand[word]; }
    var elided = constants.elided.exec(word), shortened = constants.shortened.exec(word);
    if (elided && isSaid(word.slice(elided[0].length))) { return elided[0] + " " + word.slice(elided[0].length); }
    if (shortened) {
      var rest = word.slice(shortened[0].length);
      var after = constants.stop.has(rest) ? rest : constants.bySound.get(sound(rest));
      if (after) { return shortened[0] + " " + after; }
    }
    var small = smallWord(word);
    return small && (saidAlike(small, word) || !nearsName(word)) ? small : word;
  }

  function smallWord(word) {
    if (word.length >= constants.SHORTEST_SAID && constants.bySound.has(sound(word))) { return constants.bySound.get(sound(word)); }
    return word.length < constants.SHORTEST_TYPO ? "" :
      constants.long.find(function (small) { return distance(word, small, 1) <= 1; }) || "";
  }

  function saidAlike(small, word) {
    return sound(small) === sound(word) || consonants(small) === consonants(word);
  }

  function asMeant(query, meanings) {
    var read = new Map();
    meanings.forEach(function (meaning) { if (meaning.readAs) { read.set(meaning.typed, meaning.readAs); } });
    return read.size ? fold(query).split(" ").map(function (word) { return read.get(word) || word; }).join(" ") : query;
  }

  function longestKnown(words) {
    for (var length = Math.min(constants.LONGEST_SYNONYM, words.length); length > 0; length -= 1) {
      var typed = words.slice(0, length);
      var ways = synonyms(typed.join(" ")).map(function (means) { return [means, constants.SYNONYM]; });
      if (length === 2 && knows(typed.join(""))) { ways.push([typed.join(""), constants.TOGETHER]); }
      if (ways.length) { return [length, ways]; }
    }
    return [1, []];
  }

  function corrections(word) {
    if (knows(word)) { return nearestName(word); }
    if (word.length <= constants.LONGEST_ABBREVIATION && begins(word)) { return []; }
    var alike = nearest(word), cut = apart(word);
    return !alike.length || (cut.length && cut[0][1] > alike[0][1]) ? cut : alike;
  }

  // Points

  function mean(lists, together) {
    if (lists.length === 1) { return lists[0]; }
    var sums = new Map(), counts = new Map();
    lists.forEach(function (list) {
      list.forEach(function (strength, number) {
        sums.set(number, (sums.get(number) || 0) + strength);
        counts.set(number, (counts.get(number) || 0) + 1);
      });
    });
    var found = new Map();
    sums.forEach(function (sum, number) {
      if (!together || counts.get(number) === lists.length) { found.set(number, sum / lists.length); }
    });
    return found;
  }

  function aboutAny(meaning, whole) {
    var best = new Map(mean(meaning.ways[0][0].split(" ").map(about), whole));
    meaning.ways.slice(1).forEach(function (way) {
      var only = meaning.readAs ? new Set() : ofSchool(way[0]);
      mean(way[0].split(" ").map(about), true).forEach(function (strength, number) {
        if (only.size && !only.has(number)) { return; }
        if (way[1] * strength > (best.get(number) || 0)) { best.set(number, way[1] * strength); }
      });
    });
    return best;
  }

  function rarity(strengths) {
    var sums = new Map(index.sizes.map(function (each) { return [each[0], 0]; }));
    strengths.forEach(function (strength, number) {
      sums.set(index.kinds[number], sums.get(index.kinds[number]) + strength);
    });
    var total = 0;
    index.sizes.forEach(function (each) { total += sums.get(each[0]) / each[1]; });
    var share = total / Math.max(1, index.sizes.length);
    return Math.sqrt(Math.log(1 + 1 / Math.max(share, constants.COMMONEST)));
  }

  /** Return, of the records that are about some of the words of a meaning only, those words. */
  function saidInPart(meaning, strengths) {
    var words = meaning.typed.split(" "), found = new Map();
    if (words.length === 1) { return found; }
    var whole = aboutAny(meaning, true);
    strengths.forEach(function (_, number) {
      if (whole.has(number)) { return; }
      found.set(number, words.filter(function (word) { return about(word).has(number); }).join(" "));
    });
    return found;
  }

  function groupsOf(meanings) {
    var strengths = meanings.map(function (meaning) { return aboutAny(meaning, false); });
    var rarities = strengths.map(rarity);
    return meanings.map(function (meaning, place) {
      return {
        typed: meaning.typed, readAs: meaning.readAs, strengths: strengths[place], rarity: rarities[place],
        inPart: saidInPart(meaning, strengths[place]),
        saying: meaning.readAs ? [] : meaning.typed.split(" ").map(saying)
      };
    });
  }

  function byName(query) {
    var typed = fold(query), best = new Map();
    namesOf(query).forEach(function (name) {
      var other = name.rank === constants.OTHER_NAME, score = other ? constants.OTHER : constants.EXACT;
      if (name.folded !== typed) { score = constants.SAME_WORDS - name.rank; }
      if (!best.has(name.number) || score > best.get(name.number).score) {
        best.set(name.number, { score: score, why: other ? "other-name" : "name", matched: name.label });
      }
    });
    return best;
  }

  function byNearName(meanings, meant) {
    var best = new Map();
    namesOf(meanings.map(function (each) { return each.corrected; }).join(" ")).forEach(function (name) {
      var score = name.folded === meant ? constants.NEARLY_EXACT : constants.NEAR;
      if (!best.has(name.number) || score > best.get(name.number).score) {
        best.set(name.number, { score: score, why: "near-name", matched: name.label });
      }
    });
    return best;
  }

  function byWords(groups) {
    var whole = 0, scores = new Map();
    groups.forEach(function (group) { whole += group.rarity; });
    groups.forEach(function (group) {
      var most = constants.WORDS * group.rarity / whole;
      group.strengths.forEach(function (strength, number) {
        scores.set(number, (scores.get(number) || 0) + most * Math.pow(strength, constants.EVENED));
      });
    });
    return scores;
  }

  function says(words, some) { return words.some(function (word) { return some.includes(word); }); }

  /** Return a query without what it refuses. */
  function wanted(query) {
    if (!says(fold(query).split(" "), constants.liking) || asks(query)) { return query; }
    var kept = [], all = fold(query).split(" ").length;
    query.split(/[,;.:!?()]+/).forEach(function (part) {
      kept = kept.concat(notRefused(fold(part).split(" ").filter(Boolean)));
    });
    var still = kept.some(function (word) { return !constants.stop.has(word); });
    return kept.length < all && still ? kept.join(" ") : query;
  }

  function notRefused(words) {
    var refusing = false;
    return words.filter(function (word, place) {
      var before = words[place - 1] || "", after = words.slice(place + 1);
      var next = after.find(function (each) { return !constants.articles.includes(each); }) || "";
      if (constants.resuming.includes(word) && before !== "t" && before !== "not") { refusing = false; }
      var lacks = constants.lacking.includes(next) || constants.lacking.includes(after[0]);
      if (constants.refusing.includes(word) && !lacks) {
        refusing = true;
      } else if ((constants.refusingBefore[word] || []).includes(after[0])) {
        refusing = true;
      } else if ((word === "sans" || word === "without") && /(er|ir|re|ing)$/.test(next)) {
        refusing = true;
      }
      return !refusing;
    });
  }

  /** True if a query asks something, other than who does something. */
  function asks(query) {
    var words = fold(query).split(" "), spaced = " " + words.join(" ") + " ";
    function within(each) { return spaced.includes(" " + each + " "); }
    if (constants.ofAJob.some(within)) { return false; }
    if (query.trimEnd().endsWith("?")) { return true; }
    if (/^[a-z0-9]{2,}(er|ir|re)$/.test(words[0])) { return false; }
    return constants.asking.has(words[0]) || constants.asked.some(within);
  }

  function bonuses(query) {
    var words = fold(query).split(" "), found = {};
    Object.keys(constants.cues).forEach(function (kind) {
      if (constants.cues[kind].some(function (cue) { return words.includes(cue); })) {
        found[kind] = constants.bonus[kind];
      }
    });
    if (asks(query)) {
      found.topic = constants.bonus.topic;
    } else if (!says(words, constants.oneself) || says(words, constants.liking)) {
      found.topic = constants.NOT_ASKED;
    }
    return found;
  }

  function likely(query) {
    if (!weights) { return null; }
    var pieces = new Set();
    fold(query).split(" ").filter(Boolean).slice(0, constants.LONGEST_TEXT).forEach(function (word) {
      var framed = " " + word + " ";
      for (var letters = constants.SHORTEST; letters <= constants.LONGEST; letters += 1) {
        for (var start = 0; start + letters <= framed.length; start += 1) {
          pieces.add(framed.slice(start, start + letters));
        }
      }
      wordStems(word).forEach(function (each) { pieces.add("=" + each); });
    });
    var squares = 0, taken = 0, sums = weights.roots.map(function () { return 0; });
    pieces.forEach(function (piece) {
      var row = weights.pieces.get(piece);
      if (row === undefined) { return; }
      var rare = digits(row, 0, 2);
      squares += rare * rare;
      taken += rare * VALUE[row[2]];
      postings(row, 3).forEach(function (steps, place) { sums[place] += rare * steps; });
    });
    var length = Math.sqrt(squares) || 1, said = new Map([[null, 0]]), liked = new Map();
    var points = sums.map(function (sum, place) {
      return (sum - taken * weights.roots[place]) / length / weights.steps;
    });
    weights.numbers.forEach(function (number, place) { said.set(number, points[place]); });
    weights.tastes.forEach(function (suited, place) {
      var point = points[weights.numbers.length + place];
      suited.forEach(function (numbers, too) {
        numbers.forEach(function (number) {
          liked.set(number, Math.max(liked.get(number) || 0, constants.SUITS[too] * point));
        });
      });
    });
    liked.forEach(function (more, number) { said.set(number, said.get(number) + more); });
    return said;
  }

  function why(number, named, groups) {
    if (named.has(number)) { return [named.get(number).why, named.get(number).matched]; }
    var found = groups.filter(function (group) { return group.strengths.has(number); });
    var read = found.filter(function (group) { return group.readAs; });
    if (read.length) { return ["read-as", read.map(function (group) { return group.readAs; }).join(" ")]; }
    var typed = found.map(function (group) {
      return group.inPart.has(number) ? group.inPart.get(number) : group.typed;
    }).join(" ");
    var inPart = found.some(function (group) { return group.inPart.has(number); });
    if (found.length < groups.length || inPart) { return ["some-words", typed]; }
    var all = found.every(function (group) {
      return group.saying.every(function (numbers) { return numbers.has(number); });
    });
    return [all ? "all-words" : "meaning", typed];
  }

  /** Return what a query finds, the best first: numbers of records, with how each matched. */
  function search(query, limit) {
    var spelled = spelledOut(query), lookedFor = wanted(spelled), meanings = understand(lookedFor);
    var meant = asMeant(lookedFor, meanings), bonus = bonuses(asMeant(spelled, meanings));
    var groups = groupsOf(meanings), named = byName(spelled);
    if (!named.size) { named = byNearName(meanings, fold(meant)); }
    var words = byWords(groups), learned = likely(meant), hits = [];
    var none = learned ? constants.TAUGHT + Math.max(0, learned.get(null)) : 0;
    new Set([...words.keys(), ...named.keys()]).forEach(function (number) {
      var kind = index.kinds[number], found;
      if (!named.has(number)) {
        found = words.get(number) + (bonus[kind] || 0);
      } else {
        found = named.get(number).score;
        if (kind === "programme" && found <= constants.SAME_WORDS) {
          found += bonus[kind] || 0;
        }
      }
      found -= constants.KINDS.indexOf(kind);
      if (learned) { found += constants.LEARNED * (learned.has(number) ? learned.get(number) : none); }
      hits.push({ number: number, kind: kind, slug: index.slugs[number], score: Math.round(found * 100) / 100 });
    });
    hits.sort(function (one, two) {
      return two.score - one.score || constants.KINDS.indexOf(one.kind) - constants.KINDS.indexOf(two.kind) ||
        one.number - two.number;
    });
    return {
      total: hits.length,
      meant: meant,
      hits: hits.slice(0, limit).map(function (hit) {
        var said = why(hit.number, named, groups);
        return Object.assign(hit, { why: said[0], matched: said[1] });
      }),
      mended: groups.filter(function (group) { return group.readAs; }),
      unknown: groups.filter(function (group) { return !group.strengths.size; })
        .map(function (group) { return group.typed; })
    };
  }

  return {
    load: load, learn: learn, search: search, fold: fold, contentWords: contentWords, names: namesOf, about: about,
    index: function () { return index; }, constants: function () { return constants; }
  };
})();
