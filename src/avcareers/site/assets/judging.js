"use strict";
// What filters answer of each record of a list, as the command does: it passes, a known fact excludes it, or it is
// left out because something of it is not known. No page is touched here: data and what is asked, in; judgement, out.
// All filters on programmes hold for one and the same programme, and those on cities for one and the same campus.
var avcareersJudging = (function () {
  var BEST = ["in-force", "end-unknown", "to-check", "expired", "informative"];
  var IN_ALTERNANCE = ["partial", "full"];

  function bestOf(standings) {
    return BEST.find(function (each) { return standings.includes(each); }) || "informative";
  }

  function standing(known, authorities, unverified) {
    var counted = Object.keys(known || {}).filter(function (each) {
      return !authorities.length || authorities.includes(each);
    });
    var best = bestOf(counted.map(function (each) { return known[each]; }));
    return unverified && best === "end-unknown" ? "in-force" : best;
  }

  function answered(who, authorities, asked) {
    var about = asked["recognised-as"], unverified = asked["include-unverified"], found = [];
    if (about !== "diploma") { found.push(standing(who.school, authorities, unverified)); }
    if (about !== "school") {
      found.push(standing(who.diploma, authorities, unverified));
      if (authorities.includes("rncp")) {
        found.push(unverified && who.registration === "end-unknown" ? "in-force" : who.registration);
      }
    }
    var best = bestOf(found);
    if (best === "in-force") { return true; }
    if (!who.known && about !== "school") { return "programmes-unknown"; }
    return best === "informative" ? false : "recognition-" + best;
  }

  function kilometres(lat, lon, otherLat, otherLon) {
    var rad = Math.PI / 180, north = (otherLat - lat) * rad / 2, east = (otherLon - lon) * rad / 2;
    var chord = Math.pow(Math.sin(north), 2)
      + Math.cos(lat * rad) * Math.cos(otherLat * rad) * Math.pow(Math.sin(east), 2);
    return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(chord)));
  }

  function cost(fees, asked) {
    var routes = asked.alternance ? ["apprentissage"] : asked["open-to"] || [];
    var known = Object.keys(fees || {}).filter(function (route) { return !routes.length || routes.includes(route); });
    return known.length ? Math.min.apply(null, known.map(function (route) { return fees[route]; })) : null;
  }

  function away(near, campus) {
    return kilometres(near.lat, near.lon, campus.lat, campus.lon);
  }

  function meets(value, known) {
    if (value === true) { return known.length > 0; }
    return Array.isArray(known) ? known.some(function (each) { return value.includes(each); }) : value.includes(known);
  }

  // By the way in which a filter judges: what is asked, what is judged, the filter, all that is asked.
  var WAYS = {
    among: function (value, of, filter) {
      var known = of[filter.name];
      if (known === undefined || known === null) { return filter.reason || false; }
      return meets(value, known);
    },
    most: function (value, of, filter) {
      var known = of[filter.name];
      return known === undefined || known === null ? filter.reason : known <= value;
    },
    cost: function (value, of, filter, asked) {
      var known = cost(of[filter.name], asked);
      return known === null ? filter.reason : known <= value;
    },
    alternance: function (_, of, filter, asked) {
      var mode = of[filter.name];
      if (IN_ALTERNANCE.includes(mode) || (mode === "likely" && asked["include-unverified"])) { return true; }
      return mode === "none" ? false : "alternance-" + mode;
    },
    near: function (value, campus) { return away(value, campus) <= value.within; },
    recognised: function (_, who, __, asked) { return answered(who, [], asked); },
    answered: function (value, who, _, asked) { return answered(who, value, asked); },
    // Every condition asked for must be met; one that is denied excludes.
    every: function (value, of, filter) {
      var met = of[filter.name] || [], denied = of[filter.denied] || [];
      if (value.every(function (each) { return met.includes(each); })) { return true; }
      return value.some(function (each) { return denied.includes(each); }) ? false : filter.reason;
    }
  };

  function judge(data, asked) {
    var used = data.filters.filter(function (filter) { return filter.way && asked[filter.name] !== undefined; });
    var looked = Object.assign({}, asked);
    if (asked.job && data.untaught) {
      looked.job = [].concat.apply([], asked.job.map(function (job) {
        var below = data.untaught[job] || [];
        return below.length ? below : [job];
      }));
    }

    // What is not known of something that may pass; empty when it passes, null when it does not.
    function lacking(about, subject) {
      var found = [];
      for (var filter of used) {
        if (filter.about !== about) { continue; }
        var answer = WAYS[filter.way](looked[filter.name], subject, filter, asked);
        if (answer === false) { return null; }
        if (answer !== true) { found.push(answer); }
      }
      return found;
    }

    function asks(about) {
      return used.some(function (filter) { return filter.about === about; });
    }

    function oneOf(some) {
      var possible = some.filter(function (each) { return each !== null; });
      if (!possible.length) { return null; }
      return possible.some(function (each) { return !each.length; }) ? [] : [].concat.apply([], possible);
    }

    function first(reasons) {
      return data.reasons.find(function (each) { return reasons.includes(each); });
    }

    function ofCampuses(campuses) {
      if (!asks("campus")) { return []; }
      return campuses.length ? oneOf(campuses.map(function (each) { return lacking("campus", each); })) : ["place-unknown"];
    }

    function ofProgramme(record, programme) {
      var own = lacking("programme", programme);
      var who = { school: record.answers, diploma: programme.answers, registration: programme.registration, known: true };
      var answers = own === null ? null : lacking("answers", who);
      if (answers === null) { return null; }
      var where = ofCampuses(campusesOf(record, programme));
      return where === null ? null : own.concat(answers, where);
    }

    function withoutProgrammes(record) {
      if (!(asks("programme") || asks("answers") || asks("campus"))) { return []; }
      var who = { school: record.answers, diploma: {}, registration: "informative", known: false };
      var answers = lacking("answers", who);
      var where = answers === null ? null : ofCampuses(record.campuses);
      if (answers === null || where === null) { return null; }
      return asks("programme") || asks("campus") ? ["programmes-unknown"] : answers.concat(where);
    }

    var found = { matching: {}, leftOut: {}, looked: looked };
    Object.keys(data.records).forEach(function (key) {
      var record = data.records[key], own = lacking("record", record);
      if (own === null) { return; }
      var programmes = record.programmes || [];
      var answers = programmes.map(function (each) { return ofProgramme(record, each); });
      var rest = !data.programmes ? [] : programmes.length ? oneOf(answers) : withoutProgrammes(record);
      if (rest === null) { return; }
      var reason = first(own.concat(rest));
      if (reason) {
        (found.leftOut[reason] = found.leftOut[reason] || []).push(key);
      } else {
        found.matching[key] = programmes.filter(function (_, place) { return answers[place] && !answers[place].length; });
      }
    });
    return found;
  }

  function campusesOf(record, programme) {
    if (!programme.campuses) { return record.campuses; }
    return record.campuses.filter(function (campus) { return programme.campuses.includes(campus.place); });
  }

  // Where some programmes of a school are taught; where the school is, when that is not known of any.
  function campusesOfAny(record, programmes) {
    var taught = [].concat.apply([], programmes.map(function (each) { return campusesOf(record, each); }));
    return taught.length ? taught : record.campuses;
  }

  // How far the nearest place is where one of some programmes is taught; null when none is known.
  function distance(near, record, programmes) {
    var all = campusesOfAny(record, programmes).map(function (campus) { return away(near, campus); });
    return all.length ? Math.min.apply(null, all) : null;
  }

  function lowest(programmes, asked) {
    var known = programmes.map(function (each) { return cost(each["max-fees"], asked); })
      .filter(function (each) { return each !== null; });
    return known.length ? Math.min.apply(null, known) : null;
  }

  function fold(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9+]+/g, " ").trim();
  }

  // What an address asks, under the names of the command's options; what it says that no list knows is set aside.
  function read(data, address) {
    var asked = {}, words = {}, ignored = [], within = null, params = new URLSearchParams(address);
    params.forEach(function (typed, name) {
      var filter = data.filters.find(function (each) { return each.name === name || each.aliases.includes(name); });
      if (name === "within") {
        within = Number(typed);
        if (!(within >= 1)) { within = null; ignored.push([name, typed]); }
      } else if (name === "sort" && data.orders.includes(typed)) {
        asked.sort = typed;
      } else if (!filter) {
        ignored.push([name, typed]);
      } else if (typed !== "") {
        var word = wordOf(data, filter, typed), value = word === null ? null : meaning(data, filter, word);
        if (value === null || value !== value) { ignored.push([name, typed]); return; }
        put(asked, filter, value);
        words[filter.name] = filter.several ? (words[filter.name] || []).concat(word) : [word];
      }
    });
    if (asked.near) {
      asked.near = Object.assign({ within: within || data.within }, asked.near);
    }
    if (within && params.get("near")) { words.within = [within]; }
    if (asked.sort) { words.sort = [asked.sort]; }
    return { asked: asked, words: words, ignored: ignored };
  }

  function put(asked, filter, value) {
    if (filter.several) {
      var all = (asked[filter.name] || []).concat(value);
      asked[filter.name] = all.filter(function (each, place) { return all.indexOf(each) === place; });
    } else {
      asked[filter.name] = value;
    }
  }

  // The word of a filter that was typed, whatever its accents and capitals; null when it has none like it.
  function wordOf(data, filter, typed) {
    if (filter.flag) { return ["1", "true", "on"].includes(typed) ? "1" : null; }
    if (filter.number) { return Number(typed.replace(",", ".")) >= 0 ? typed.replace(",", ".") : null; }
    var wanted = fold(typed);
    if (filter.way === "near") { return placeOf(data, wanted); }
    var word = Object.keys(filter.values).find(function (each) { return fold(each) === wanted; });
    return word === undefined ? null : word;
  }

  // A city of ours by its key or its name, else a commune by its post code or its name: the largest.
  function placeOf(data, wanted) {
    var own = Object.keys(data.places).find(function (each) {
      return fold(each) === wanted || fold(data.places[each][0]) === wanted;
    });
    if (own !== undefined) { return own; }
    // « Paris 13e » is asked for by its post code.
    var part = /^(paris|lyon|marseille) ([0-9]{1,2})(?:er?|eme|nd)?$/.exec(wanted);
    if (part) { wanted = { paris: "750", lyon: "690", marseille: "130" }[part[1]] + ("0" + part[2]).slice(-2); }
    var other = (data.communes || []).find(function (each) {
      return each.codes.includes(wanted) || (each.folded = each.folded || fold(each.name)) === wanted;
    });
    if (!other) { return null; }
    var word = other.codes.includes(wanted) ? wanted : other.codes[0];
    data.places[word] = [other.name + " (" + word + ")", "", other.lat, other.lon];
    return word;
  }

  function meaning(data, filter, word) {
    if (filter.flag) { return true; }
    if (filter.number) { return Number(word); }
    if (filter.way === "near") { return { lat: data.places[word][2], lon: data.places[word][3] }; }
    return filter.values[word];
  }

  return { judge: judge, read: read, distance: distance, campuses: campusesOfAny, away: away, lowest: lowest, fold: fold };
})();
