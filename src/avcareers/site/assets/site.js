"use strict";
// Every page works without this. It adds what only a browser knows: the day, and what it can share.
(function () {
  var page = document.documentElement;
  var now = new Date();
  var today = now.getFullYear() + "-" + ("0" + (now.getMonth() + 1)).slice(-2) + "-" + ("0" + now.getDate()).slice(-2);

  // What lasted until a day before this one is over, whatever day the page was made.
  document.querySelectorAll("time.until").forEach(function (day) {
    if (day.dateTime >= page.dataset.made && day.dateTime < today) {
      day.insertAdjacentText("afterend", " (" + page.dataset.over + ")");
    }
  });
  var months = Math.floor((now - new Date(page.dataset.made)) / 2.63e9);
  if (months >= 6) {
    var warning = document.createElement("p");
    warning.className = "old warn";
    warning.textContent = page.dataset.old.replace("{}", months);
    document.getElementById("main").prepend(warning);
  }

  var send = document.querySelector(".send");
  function button(label, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", act);
    send.append(" ", made);
  }
  if (navigator.share && location.protocol !== "file:") {
    button(send.dataset.send, function () {
      navigator.share({ title: document.title, url: location.href }).catch(function () {});
    });
  }
  button(send.dataset.print, function () { window.print(); });
  if (send.dataset.whole) {
    button(send.dataset.whole, function () {
      page.classList.add("whole");
      window.addEventListener("afterprint", function () { page.classList.remove("whole"); }, { once: true });
      window.print();
    });
  }
})();
