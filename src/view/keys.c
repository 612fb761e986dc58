#include "view/keys.h"

#include "base/text.h"
#include "tui/term.h"
#include "view/acts.h"
#include "view/deskword.h"
#include "view/views.h"

#include <stdio.h>
#include <string.h>

/* clang-format off */
const struct key_row keys_all[] = {
    /* scope     key          text                                              label   bar */
    {"global",   "?",         "help",                                           "Help",  90},
    {"global",   "F1",        "help",                                           NULL,     0},
    {"global",   ":",         "prompt",                                         NULL,     0},
    {"global",   "F2",        "palette",                                        NULL,     0},
    {"global",   "!",         "shell twin",                                     NULL,     0},
    {"global",   "u",         "undo",                                           NULL,     0},
    {"global",   "F5",        "reload",                                         NULL,     0},
    {"global",   "x",         "export",                                         "Save",  80},
    {"global",   "P",         "print",                                          NULL,     0},
    {"global",   "C-w",       "schedule",                                       NULL,     0},
    {"global",   "@",         "mail",                                           NULL,     0},
    {"global",   "F",         "go find",                                        NULL,     0},
    {"global",   "C-g",       "go find",                                        NULL,     0},
    {"global",   "C-l",       "redraw",                                         NULL,     0},
    {"global",   "C-z",       "suspend",                                        NULL,     0},
    {"global",   "C-x",       "lock",                                           NULL,     0},
    {"global",   "C-c",       "cancel",                                         NULL,     0},
    {"global",   "Esc",       "close",                                          NULL,     0},
    {"global",   "F12",       "close",                                          NULL,     0},
    {"global",   "q",         "close",                                          NULL,     0},

    {"table",    "Up",        "move up",                                        NULL,     0},
    {"table",    "k",         "move up",                                        NULL,     0},
    {"table",    "Down",      "move down",                                      NULL,     0},
    {"table",    "j",         "move down",                                      NULL,     0},
    {"table",    "PgUp",      "move page-up",                                   NULL,     0},
    {"table",    "PgDn",      "move page-down",                                 NULL,     0},
    {"table",    "Home",      "move first",                                     NULL,     0},
    {"table",    "End",       "move last",                                      NULL,     0},
    {"table",    "<",         "column left",                                    NULL,     0},
    {"table",    ">",         "column right",                                   NULL,     0},
    {"table",    "s",         "sort",                                           "Sort",  60},
    {"table",    "Space",     "mark",                                           NULL,     0},
    {"table",    "/",         "search",                                         "Search",50},
    {"table",    "n",         "search next",                                    NULL,     0},
    {"table",    "N",         "search previous",                                NULL,     0},
    {"table",    "f",         "filter",                                         "Filter",70},
    {"table",    "v",         "choose list",                                    NULL,     0},
    {"table",    "Enter",     "open",                                           "Look",  10},
    {"table",    "Right",     "open",                                           NULL,     0},
    {"table",    "Left",      "close",                                          NULL,     0},
    {"table",    "Backspace", "close",                                          NULL,     0},
    {"table",    "a",         "acts",                                           "Do",    48},
    {"table",    "p",         "payment receive --customer {customer} ...",      "Pay",   20},
    {"table",    "i",         "invoice issue --customer {customer} ...",        "Invoice",30},
    {"table",    "=",         "go match {customer}",                            NULL,     0},
    {"table",    "c",         "contact log --customer {customer} ...",          NULL,     0},
    {"table",    "m",         "promise take --customer {customer} ...",         NULL,     0},
    {"table",    "h",         "hold set --customer {customer} ...",             NULL,     0},
    {"table",    ";",         "note",                                           "Note",     0},

    {"page",     "Up",        "move up",                                        NULL,     0},
    {"page",     "k",         "move up",                                        NULL,     0},
    {"page",     "Down",      "move down",                                      NULL,     0},
    {"page",     "j",         "move down",                                      NULL,     0},
    {"page",     "PgUp",      "move page-up",                                   NULL,     0},
    {"page",     "PgDn",      "move page-down",                                 NULL,     0},
    {"page",     "Space",     "move page-down",                                 NULL,     0},
    {"page",     "Home",      "move first",                                     NULL,     0},
    {"page",     "End",       "move last",                                      NULL,     0},
    {"page",     "/",         "search",                                         "Search",50},
    {"page",     "n",         "search next",                                    NULL,     0},
    {"page",     "N",         "search previous",                                NULL,     0},
    {"page",     "P",         "print",                                          "Print", 75},
    {"page",     "Backspace", "close",                                          NULL,     0},

    {"page",     "Enter",     "open",                                           NULL,     0},

    {"start",    "/",         "go find",                                        "Find",   8},
    {"find",     "C-g",       "find again",                                     "Other words", 30},
    {"find",     "Up",        "move up",                                        NULL,     0},
    {"find",     "Down",      "move down",                                      NULL,     0},
    {"find",     "PgUp",      "move page-up",                                   NULL,     0},
    {"find",     "PgDn",      "move page-down",                                 NULL,     0},
    {"find",     "Enter",     "open",                                           "Look",   10},
    {"find",     "Esc",       "close",                                          "Back",   70},
    {"find",     "F1",        "help",                                           "Help",   90},

    {"start",    "1",         "go payment",                            "Pay",    1},
    {"start",    "2",         "go customers",                                   "Customers", 2},
    {"start",    "3",         "go invoices",                                    "Invoices", 3},
    {"start",    "4",         "go aging",                                       "Aging",  4},
    {"start",    "5",         "go worklist",                                    "Worklist", 5},
    {"start",    "6",         "go bank",                                        "Bank",   6},
    {"start",    "7",         "go reports",                                     "Reports", 7},
    {"start",    "8",         "go disputes",                                    NULL,     0},
    {"start",    "9",         "go credits",                                     NULL,     0},
    {"start",    "0",         "go payments '' all",                             NULL,     0},
    {"start",    "A",         "go approvals",                                   NULL,     0},
    {"start",    "J",         "go journal",                                     NULL,     0},
    {"start",    "Up",        "line up",                                        NULL,     0},
    {"start",    "k",         "line up",                                        NULL,     0},
    {"start",    "Down",      "line down",                                      NULL,     0},
    {"start",    "j",         "line down",                                      NULL,     0},
    {"start",    "Enter",     "line open",                                      "Look",   8},
    {"start",    "Right",     "line open",                                      NULL,     0},
    {"start",    "q",         "quit",                                           "Leave",  9},

    {"aging",    "[",         "month back",                                     "Month",  1},
    {"aging",    "]",         "month forward",                                  NULL,     0},
    {"aging",    "{",         "year back",                                      "Year",   2},
    {"aging",    "}",         "year forward",                                   NULL,     0},
    {"aging",    "(",         "day back",                                       NULL,     0},
    {"aging",    ")",         "day forward",                                    NULL,     0},
    {"aging",    "t",         "today",                                          NULL,     0},
    {"aging",    "T",         "day",                                            NULL,     0},
    {"aging",    "K",         "known on",                                       NULL,     0},
    {"aging",    "G",         "effective or posted",                            NULL,     0},
    {"aging",    "H",         "what if",                                        NULL,     0},
    {"aging",    "b",         "basis",                                          "Basis",  22},
    {"aging",    "C",         "credits",                                        NULL,     0},
    {"aging",    "s",         "sort",                                           "Sort",   11},
    {"aging",    "f",         "filter",                                         "Filter", 12},
    {"aging",    "g",         "group",                                          "Group",  21},
    {"aging",    "B",         "buckets",                                        NULL,     0},

    {"worklist", "c",         "contact log --customer {customer} ...",          "Call",  12},
    {"worklist", "m",         "promise take --customer {customer} ...",         "Promise",13},
    {"worklist", ";",         "note",                                           "Note",  14},
    {"worklist", "d",         "dispute",                                        "Dispute",15},
    {"worklist", "h",         "hold set --customer {customer} ...",             "Hold",  24},
    {"worklist", "&",         "contact log --customer {customer} --kind note ...", "Next", 26},
    {"worklist", "W",         "points",                                         "Why",   11},
    {"worklist", "D",         "go dunning {customer..}",                        "Dun",   22},
    {"worklist", "l",         "go letters {customer}",                          NULL,     0},
    {"aging",    "D",         "go dunning {customer..}",                        "Dun",   24},
    {"aging",    "l",         "go letters {customer}",                          NULL,     0},
    {"customers","D",         "go dunning {customer..}",                        "Dun",   46},
    {"customers","l",         "go letters {customer}",                          NULL,     0},
    {"customer", "D",         "go dunning {customer}",                          "Dun",   58},
    {"customer", "l",         "go letters {customer}",                          NULL,     0},
    {"dunning",  "Space",     "mark",                                           "Leave out", 15},
    {"dunning",  "Enter",     "open",                                           "Letter", 10},
    {"dunning",  "Right",     "open",                                           NULL,     0},
    {"dunning",  "W",         "why",                                            "Why",   11},
    {"dunning",  "F10",       "post",                                           "Run",   20},
    {"dunning",  "C-s",       "post",                                           NULL,     0},
    {"dunning",  "l",         "go letters",                                     "Letters", 25},
    {"dunning",  "#",         "go dunningruns",                                 "Runs",  26},
    {"dunning",  "z",         "dunning block --customer {customer} ...",        "Block", 22},
    {"letters",  "y",         "dunning confirm --letter {letter}",              "Accept", 15},
    {"letters",  "X",         "dunning undo --letter {letter} ...",             "Take back", 16},
    {"letters",  "#",         "go dunningruns",                                 "Runs",  26},
    {"letter",   "y",         "dunning confirm --letter {about}",               "Accept", 15},
    {"letter",   "X",         "dunning undo --letter {about} ...",              "Take back", 16},
    {"dunningruns", "y",      "dunning confirm --run {run}",                    "Accept", 15},
    {"dunningruns", "X",      "dunning undo --run {run} ...",                   "Take back", 16},
    {"dunningruns", "P",      "dunning print --run {run}",                      "Print", 20},
    {"blocks",   "+",         "dunning block ...",                              "New",   45},
    {"blocks",   "F6",        "dunning block ...",                              "New",     0},
    {"blocks",   "X",         "dunning unblock --block {block} ...",            "Take back",  40},
    {"templates", "X",        "template reset {template} ...",                  "Take back", 46},
    {"templates", "+",        "template set ...",                               "New",   45},
    {"papertemplate", "e",    "edit template",                                  "Change", 20},
    {"papertemplate", "+",    "template set {about} ...",                       "New",   22},
    {"papertemplate", "X",    "template reset {about} ...",                     "Take back", 24},
    {"levels",   "+",         "dunning-level set ...",                          "New",   45},
    {"levels",   "F6",        "dunning-level set ...",                          "New",     0},
    {"worklist", "F5",        "reload",                                         NULL,     0},

    {"customers","+",         "customer add ...",                               "New",   40},
    {"customers","F6",        "customer add ...",                               "New",     0},
    {"customers","e",         "customer set --code {customer} ...",             "Change", 45},

    {"customer", "Tab",       "tab next",                                       "Next part", 15},
    {"customer", "BackTab",   "tab previous",                                   NULL,     0},
    {"customer", "c",         "contact log --customer {customer} ...",          "Call",  55},
    {"customer", "m",         "promise take --customer {customer} ...",         "Promise",56},
    {"customer", "=",         "go match {customer}",                            "Match", 49},
    {"customer", "e",         "customer set --code {customer} ...",             "Change", 45},
    {"customer", "d",         "dispute open --invoice {document} ...",          "Dispute", 40},

    {"customer", "|",         "go charges {customer}",                          "Charges", 59},
    {"customer", "Z",         "placement make --customer {customer} ...",       "Hand over", 60},
    {"customer", "Q",         "baddebt writeoff --customer {customer} ...",     "Bad debt",     0},
    {"worklist", "Z",         "placement make --customer {customer} ...",       "Hand over",     0},
    {"worklist", "Q",         "baddebt writeoff --customer {customer} ...",     "Bad debt",     0},

    {"document", "Enter",     "related",                                        "Related", 10},
    {"document", "a",         "related",                                        NULL,     0},

    {"invoices", "o",         "open or all",                                    "Open/all", 40},
    {"invoices", "+",         "invoice issue ...",                              "New",   45},
    {"invoices", "F6",        "invoice issue ...",                              "New",     0},
    {"invoices", "p",
     "payment receive --customer {customer} --apply {document} ...", "Pay", 20},
    {"items", "p",
     "payment receive --customer {customer} --apply {document} ...", "Pay", 20},
    {"invoices", "d",         "dispute open --invoice {document} ...",          "Dispute",    0},
    {"invoices", "w",         "writeoff post --invoice {document} ...",         NULL,     0},
    {"items",    "d",         "dispute open --invoice {document} ...",          "Dispute",    0},
    {"items",    "w",         "writeoff post --invoice {document} ...",         NULL,     0},
    {"invoices", "Z",         "placement make --invoice {document} ...",        "Hand over",     0},
    {"invoices", "Q",         "baddebt writeoff --invoice {document} ...",      "Bad debt",     0},
    {"items",    "Z",         "placement make --invoice {document} ...",        "Hand over",     0},
    {"items",    "Q",         "baddebt writeoff --invoice {document} ...",      "Bad debt",     0},
    {"placements", "o",       "open or all",                                    "Open/all", 40},
    {"placements", "+",       "placement make ...",                             "New",   45},
    {"placements", "F6",      "placement make ...",                             "New",     0},
    {"placements", "p",       "placement recover --placement {id} ...",         "Pay",   20},
    {"placements", "X",       "placement recall {id} ...",                      "Take back", 30},
    {"insolvencies", "o",     "open or all",                                    "Open/all", 40},
    {"insolvencies", "+",     "customer insolvent ...",                         "New",   45},
    {"insolvencies", "F6",    "customer insolvent ...",                         "New",     0},
    {"insolvencies", "E",     "insolvency claim --customer {customer} ...",     "Record", 30},
    {"insolvencies", "X",     "customer discharge --customer {customer} ...",   "Take back", 35},
    {"baddebts", "o",         "open or all",                                    "Open/all", 40},
    {"baddebts", "+",         "baddebt writeoff ...",                           "New",   45},
    {"baddebts", "F6",        "baddebt writeoff ...",                           "New",     0},
    {"baddebts", "p",         "baddebt recover --writeoff {number} ...",        "Pay",   20},
    {"baddebts", "X",         "baddebt reverse {number} ...",                   "Take back", 30},
    {"allowances", "+",       "allowance run ...",                              "New",   45},
    {"allowances", "F6",      "allowance run ...",                              "New",     0},
    {"allowances", "F10",     "allowance post {number} ...",                    "Post",  20},
    {"allowances", "X",       "allowance reverse {posted_by} ...",              "Take back", 30},
    {"allowances", "%",       "go allowancerates",                              "Rate", 35},
    {"allowances", "*",       "go specifics",                                   "One by one", 38},
    {"allowancerates", "+",   "allowance-rate set ...",                         "New",   45},
    {"allowancerates", "F6",  "allowance-rate set ...",                         "New",     0},
    {"specifics", "+",        "allowance-specific set ...",                     "New",   45},
    {"specifics", "F6",       "allowance-specific set ...",                     "New",     0},
    {"specifics", "X",        "allowance-specific end {id} ...",                "Take back",   30},
    {"jurisdictions", "+",    "jurisdiction set ...",                           "New",   45},
    {"invoices", "_",         "go recurring",                                   "Recurring", 0},
    {"recurring", "o",        "open or all",                                    "Open/all", 40},
    {"customer",  "_",        "go recurring {customer}",                        "Recurring", 0},
    {"recurring", "+",        "recurring add --customer {about} ...",           "New",   45},
    {"recurring", "F6",       "recurring add --customer {about} ...",           "New",     0},
    {"recurring", "e",        "recurring set {recurring} ...",                  "Change", 46},
    {"recurring", "Del",      "recurring end {recurring} ...",                  "Remove",   47},
    {"recurring", "_",        "go recurringdue {about}",                        "Recurring", 20},
    {"recurringdue", "Del",
     "recurring skip {recurring} --period {period} ...", "Remove", 15},
    {"recurringdue", "F9",    "recurring run ...",                              "By a day", 25},
    {"recurringdue", "F10",   "post",                                           "Post",  20},
    {"recurringdue", "C-s",   "post",                                           NULL,     0},
    {"template", "e",         "recurring set {about} ...",                      "Change", 46},
    {"template", "Del",       "recurring end {about} ...",                      "End",   47},
    {"credits",  "o",         "open or all",                                    "Open/all", 40},
    {"credits",  "+",         "credit issue ...",                               "New",   45},
    {"credits",  "F6",        "credit issue ...",                               "New",     0},
    {"payments", "o",         "open or all",                                    "Open/all", 40},
    {"payments", "+",         "payment receive ...",                            "New",   45},
    {"payments", "F6",        "payment receive ...",                            "New",     0},
    {"payments", "A",         "go autocash",                                    "AutoCash", 46},
    {"autocash", "Space",     "mark",                                           "Leave out", 15},
    {"autocash", "Enter",     "open",                                           "Why",   10},
    {"autocash", "Right",     "open",                                           NULL,     0},
    {"autocash", "F10",       "post",                                           "Post",  20},
    {"autocash", "C-s",       "post",                                           NULL,     0},
    {"disputes", "o",         "open or all",                                    "Open/all", 40},
    {"disputes", "r",         "dispute resolve --dispute {id} ...",             "Resolve", 30},
    {"disputes", "e",         "dispute set --dispute {id} ...",                 "Change", 35},
    {"disputes", "^",         "dispute escalate --dispute {id} ...",            "Escalate", 36},
    {"disputes", ";",         "dispute note --dispute {id} ...",                "Note",   37},
    {"dispute",  "r",         "dispute resolve --dispute {about} ...",          "Resolve", 30},
    {"dispute",  "e",         "dispute set --dispute {about} ...",              "Change", 35},
    {"dispute",  "^",         "dispute escalate --dispute {about} ...",         "Escalate", 36},
    {"dispute",  ";",         "dispute note --dispute {about} ...",             "Note",   37},
    {"holds",    "o",         "open or all",                                    "Open/all", 40},
    {"holds",    "+",         "hold set ...",                                   "New",   45},
    {"holds",    "F6",        "hold set ...",                                   "New",     0},
    {"holds",    "X",         "hold release --customer {customer} ...",         "Take back", 42},
    {"holds",    "Y",         "hold override --customer {customer} ...",        "Approve", 43},
    {"applications", "o",     "open or all",                                    "Open/all", 40},
    {"applications", "+",     "credit-application add ...",                     "New",   45},
    {"applications", "F6",    "credit-application add ...",                     "New",     0},
    {"applications", "E",
     "credit-application check --customer {customer} ...", "Record", 41},
    {"applications", "Y",     "credit-application decide --customer {customer} ...", "Approve", 42},
    {"confirmations", "+",    "confirmation send ...",                          "New",   45},
    {"confirmations", "F6",   "confirmation send ...",                          "New",     0},
    {"confirmations", "E",    "confirmation answer --confirmation {number} ...", "Record", 40},
    {"balances", "+",         "balance assert ...",                             "New",   45},
    {"balances", "F6",        "balance assert ...",                             "New",     0},
    {"balances", "X",         "balance withdraw --balance {balance} ...",       "Take back", 40},
    {"outbox",   "o",         "open or all",                                    "Open/all", 40},
    {"outbox",   "F10",       "outbox run ...",                                 "Send",  15},
    {"outbox",   "Del",       "outbox drop {mail} ...",                         "Remove",  25},
    {"outbox",   "~",         "outbox again {mail} ...",                        "Again", 26},
    {"sent",     "+",         "statement send ...",                             "New", 45},
    {"sent",     "F6",        "statement send ...",                             "New", 0},
    {"sent",     "@",         "mail send --statement {number} ...",             "Mail",  25},
    {"invoices", "@",         "mail send --document {document} ...",            "Mail",   0},
    {"credits",  "@",         "mail send --document {document} ...",            "Mail",   0},
    {"document", "@",         "mail send --document {about} ...",               "Mail",   0},
    {"customers","@",         "statement send --customer {customer} --mail ...", "Mail",  0},
    {"customer", "@",         "statement send --customer {customer} --mail ...", "Mail",  0},
    {"batches",  "o",         "open or all",                                    "Open/all", 40},
    {"batches",  "+",         "batch open ...",                                 "New",   45},
    {"batches",  "F6",        "batch open ...",                                 "New",     0},
    {"batches",  "p",         "payment receive --batch {batch} ...",            "Pay",   20},
    {"batch",    "p",         "payment receive --batch {about} ...",            "Pay",   20},
    {"batch",    "e",         "batch set {about} ...",                          "Change", 45},
    {"batch",    "Enter",     "open",                                           "Line",  10},
    {"batch",    "V",         "batch move {line} ...",                          "Move",  25},
    {"batch",    "Del",       "batch remove {line}",                            "Remove",26},
    {"batch",    "y",         "batch accept {about} ...",                       "Accept",50},
    {"batch",    "F10",       "post",                                           "Post",  15},
    {"deposits", "+",         "deposit make ...",                               "New",   45},
    {"undeposited", "+",      "deposit",                                        "New",   45},
    {"periods",  "M",         "period close --month {month} ...",               "Close", 40},
    {"periods",  "O",         "period reopen --month {month} ...",              "Reopen",41},
    {"periods",  "I",         "period admit --month {month} ...",               "Admit", 42},
    {"bank",     "Space",     "mark",                                           "Match", 12},
    {"bank",     "S",         "bank match --account {about} --auto",            "All sure", 14},
    {"bank",     "p",         "bank post --line {line} ...",                    "Pay",   13},
    {"bank",     "L",         "go banklines {about}",                           "Lines", 45},
    {"bank",     "R",         "bank rule ...",                                  "Rule",  42},
    {"bank",     "+",         "bank import ...",                                "New",   40},
    {"bank",     "F10",       "bank submit --account {about}",                  "Post", 46},
    {"banklines", "U",        "bank unmatch --line {line} ...",                 "Unmatch", 40},
    {"banklines", "+",        "bank import ...",                                "New",   45},
    {"reconciliations", "Y",  "bank approve {id}",                              "Approve", 40},
    {"reconciliations", "-",  "bank reject {id} ...",                           "Reject", 42},
    {"profiles", "Del",       "profile remove {profile}",                       "Remove", 40},
    {"profiles", "+",         "bank import ...",                                "New",   45},
    {"bankrules", "+",        "bank rule ...",                                  "New",   45},
    {"approvals", "Y",        "approval approve {approval}",                    "Approve", 20},
    {"approvals", "-",        "approval reject {approval} ...",                 "Reject", 21},
    {"approvals", "o",        "open or all",                                    "Open/all", 40},
    {"approval", "Y",         "approval approve {about}",                       "Approve", 20},
    {"approval", "-",         "approval reject {about} ...",                    "Reject", 21},
    {"charges",  "Space",    "mark",                                           "Leave out", 15},
    {"charges",  "F10",      "post",                                           "Post", 20},
    {"charges",  "+",        "charge run ...",                                 "New", 25},
    {"charges",  "Del",      "charge drop",                                    "Remove", 40},
    {"charges",  ",",        "go charged",                                     "Charged", 42},
    {"charges",  "%",        "charge-rate add ...",                            "Rate", 44},
    {"charged",  "X",       "charge reverse {charge} ...",                    "Take back", 20},
    {"users",    "+",         "user add ...",                                   "New",   45},
    {"users",    "e",         "user set {user} ...",                            "Change", 45},
    {"users",    "'",         "go sessions",                                    "Sessions", 0},
    {"sessions", "Del",       "user end {session}",                             "Remove", 40},
    {"users",    "$",         "user password {user}",                           "Password", 46},
    {"views",    "Del",       "view remove {name}",                             "Remove", 40},
    {"views",    "C-w",       "report schedule {name} ...",                     "When",   45},
    {"views",    "@",         "report mail {name} ...",                         "Mail",   46},
    {"reports",  "Del",       "forget",                                         "Remove", 40},
    {"reports",  "C-w",       "report schedule {report} ...",                   "When",   45},
    {"reports",  "@",         "report mail {report} ...",                       "Mail",   46},
    {"answer",   "v",         "choose list",                                    "Keep",   55},
    {"answer",   "C-w",       "schedule",                                       "When",   57},
    {"answer",   "@",         "mail",                                           "Mail",   58},
    {"terms",    "+",         "terms add ...",                                  "New",   45},
    {"taxes",    "+",         "tax add ...",                                    "New",   45},
    {"accounts", "+",         "account add ...",                                "New",   45},
    {"rates",    "+",         "rate add ...",                                   "New",   45},

    {"form",     "Enter",     "next",                                           "Next",   5},
    {"form",     "F4",        "list",                                           "List",  15},
    {"form",     "C-t",       "list",                                           NULL,     0},
    {"form",     "F10",       "accept",                                         "Accept",60},
    {"form",     "C-s",       "accept",                                         NULL,     0},
    {"form",     "Esc",       "leave",                                          "Leave", 70},
    {"form",     "F1",        "help",                                           "Help",  90},
    {"form",     "F12",       "leave",                                          NULL,     0},
    {"payment",  "Space",     "mark",                                           "Mark",  20},
    {"paper",    "F7",        "preview",                                        "Preview",40},
    {"paper",    "F10",       "post",                                           "Post",  60},
    {"payment",  "F10",       "post",                                           "Post",  60},
    {"match",    "Space",     "mark",                                           "Mark",  20},
    {"match",    "Tab",       "other pane",                                     "Other pane", 15},
    {"match",    "F6",        "propose",                                        "Propose",30},
    {"match",    "F10",       "post",                                           "Post",  60},
    {"payment",  "C-n",       "batch",                                          "Batch", 65},
    {"payment",  "C-p",       "decimals",                                       NULL,     0},
    {"payment",  "F6",        "propose",                                        "Propose",30},
    {"payment",  "F3",        "why",                                            "Why",   35},
    {"payment",  "F9",        "same",                                           "Same",  40},
    {"payment",  "C-d",       "same",                                           NULL,     0},
    {"payment",  "F11",       "let go",                                         NULL,     0},
    {"payment",  "C-o",       "let go",                                         NULL,     0},
    {"payment",  "F8",        "take back",                                      "Take back",80},
    {"payment",  "C-r",       "take back",                                      NULL,     0},
    {0},
};
/* clang-format on */

const char *view_kind_scope(enum view_kind kind)
{
    switch (kind) {
    case VIEW_LIST: return "table";
    case VIEW_PAGE: return "page";
    case VIEW_FORM: return "form";
    default: return "";
    }
}

/* ---- reading the table ---- */

static const struct view_word *own_word(const struct key_row *row)
{
    const struct view_class *class = view_class_find(row->scope);

    for (const struct view_word *word = class ? class->words : NULL; word && word->name; word++)
        if (strcmp(word->name, row->text) == 0)
            return word;
    return NULL;
}

/* The first argument whose value no row gives: "kind note". */
static const char *fixed_words(const struct binding *binding, struct arena *arena)
{
    for (int i = 0; i + 1 < binding->count; i++)
        if (strncmp(binding->words[i], "--", 2) == 0 && binding->words[i + 1][0] != '{' &&
            binding->words[i + 1][0] != '-' && strcmp(binding->words[i + 1], "...") != 0)
            return arena_format(arena, "%s %s", binding->words[i] + 2, binding->words[i + 1]);
    return "";
}

/* What the text is: a motion, a word of the view or the desk, a way to a screen, a command. */
static enum err text_read(struct desk *desk, const struct key_row *row, struct binding *out,
                          struct note *note)
{
    struct note inner = {0};
    int used;

    if ((out->view_word = own_word(row))) {
        out->kind = BINDING_VIEW;
        return ERR_OK;
    }
    if ((out->motion = motion_find(row->text)) != MOTION_NONE) {
        out->kind = BINDING_MOTION;
        return ERR_OK;
    }
    if ((out->word = desk_word_find(row->text))) {
        out->kind = BINDING_DESK;
        return ERR_OK;
    }
    TRY(words_split(row->text, &desk->life, &out->words, &out->count, note));
    if (out->count > 1 && strcmp(out->words[0], "go") == 0) {
        out->kind = BINDING_GO;
        out->class = view_class_find(out->words[1]);
        return out->class ? ERR_OK
                          : fail(note, ERR_USAGE, "key %s: there is no screen '%s'", row->key,
                                 out->words[1]);
    }
    out->kind = BINDING_COMMAND;
    out->fixed = fixed_words(out, &desk->life);
    if (command_words(out->count, out->words, &out->command, &used, &inner) != ERR_OK)
        return fail(note, ERR_MISSING, "key %s: %s", row->key, inner.text);
    return ERR_OK;
}

enum err keys_make(struct desk *desk, struct note *note)
{
    char name[KEYCODE_TEXT];
    size_t rows = 0;

    while (keys_all[rows].scope)
        rows++;
    desk->bindings = arena_new(&desk->life, (rows + 1) * sizeof *desk->bindings);
    desk->binding_count = 0;
    for (size_t i = 0; i < rows; i++) {
        struct binding *binding = &desk->bindings[desk->binding_count];
        *binding = (struct binding){.row = &keys_all[i]};
        TRY(keycode_parse(keys_all[i].key, &binding->key, note));
        binding->name = arena_text(&desk->life, keycode_name(binding->key, name));
        enum err e = text_read(desk, &keys_all[i], binding, note);
        if (e == ERR_OK)
            desk->binding_count++;
        else if (e != ERR_MISSING)
            return e;
    }
    return ERR_OK;
}

/* ---- finding ---- */

bool view_types(const struct view *view)
{
    return view->class->kind == VIEW_FORM || view->class->types;
}

const char *view_scope(const struct view *view)
{
    if (view->has_page)
        return "page";
    /* Home and the like belong to what is typed */
    return view->class->types ? "" : view_kind_scope(view->class->kind);
}

static int scope_rank(const char *scope, const struct view *view)
{
    if (strcmp(scope, view->class->name) == 0)
        return 3;
    if (strcmp(scope, view_scope(view)) == 0)
        return 2;
    /* letters are typed in a form, never commands */
    return strcmp(scope, "global") == 0 ? 1 : 0;
}

bool key_in_scope(const struct key_row *row, const struct view *view)
{
    return scope_rank(row->scope, view) > 0;
}

const struct binding *key_binding(const struct desk *desk, const struct view *view, struct key key)
{
    const struct binding *best = NULL;
    int rank = 0;

    for (size_t i = 0; i < desk->binding_count; i++) {
        const struct binding *binding = &desk->bindings[i];
        int mine = scope_rank(binding->row->scope, view);
        if (mine > rank && key_same(binding->key, key)) {
            best = binding;
            rank = mine;
        }
    }
    return best;
}

const char *binding_help(const struct binding *binding, struct arena *arena)
{
    switch (binding->kind) {
    case BINDING_MOTION: return motion_help(binding->motion);
    case BINDING_DESK: return binding->word->help;
    case BINDING_VIEW: return binding->view_word->help;
    case BINDING_GO: return binding->class->help;
    default:
        return *binding->fixed
                   ? arena_format(arena, "%s: %s", binding->fixed, binding->command->summary)
                   : binding->command->summary;
    }
}

#define WORDS_MAX 64 /* of a line in the table */

const char *binding_why_not(struct desk *desk, const struct binding *binding)
{
    struct subject subject;
    const char *missing = NULL;
    char *filled[WORDS_MAX];

    if (binding->count > 0 && binding->count < WORDS_MAX)
        desk_fill(desk, desk->top, binding->words, binding->count, filled, &missing);
    if (missing && (strcmp(missing, "about") == 0 || strcmp(missing, "id") == 0))
        return "there is nothing here yet for which it could be done";
    if (missing)
        return arena_format(&desk->arena, "there is no %s on this row", missing);
    view_subject(desk->top, &subject);
    if (binding->kind == BINDING_DESK && binding->word->run == acts_run && !subject.document &&
        !subject.customer)
        return "there is no paper and no customer here";
    if (binding->kind == BINDING_VIEW && desk->top->class->why_not)
        return desk->top->class->why_not(desk->top, binding->view_word);
    if (binding->kind == BINDING_GO)
        return view_why_not(desk, binding->class);
    if (binding->kind != BINDING_COMMAND)
        return NULL;
    return command_why_not(desk->session, binding->command, &subject, &desk->arena);
}

/* Marked rows are never passed over in silence. */
static void one_row_say(struct desk *desk, const struct binding *binding, const struct view *view,
                        size_t marked)
{
    bool row = false;

    for (int i = 0; i < binding->count; i++) {
        if (strstr(binding->words[i], "..}"))
            return;
        row = row || (binding->words[i][0] == '{' && strcmp(binding->words[i], "{about}") != 0);
    }
    if (row && marked > 0 && !desk->message[0] && desk->top != view)
        desk_say(desk, STYLE_NORMAL, "Of the row under the cursor alone, not of the %zu marked.",
                 marked);
}

void binding_run(struct desk *desk, const struct binding *binding)
{
    const char *why = binding_why_not(desk, binding);

    if (why)
        desk_say(desk, STYLE_ERROR, "Not now: %s.", why);
    else if (binding->kind == BINDING_MOTION)
        view_motion(desk->top, binding->motion);
    else if (binding->kind == BINDING_DESK)
        binding->word->run(desk);
    else if (binding->kind == BINDING_VIEW)
        view_react(desk->top, binding->view_word->run(desk->top));
    else {
        const struct view *view = desk->top;
        const size_t marked = view_marked(view);
        desk_run_template(desk, binding->row->text);
        one_row_say(desk, binding, view, marked);
    }
}

/* ---- the bottom bar ---- */

static bool is_before(const struct binding *a, const struct binding *b)
{
    return a->row->bar < b->row->bar;
}

/* Keys that the bar shows with their companions. */
static const char *const companions[][2] = {{"[", "[ ]"}, {"{", "{ }"}, {"s", "< > s"}};

static struct frame_key bar_key(const struct binding *binding)
{
    const struct key_row *row = binding->row;

    for (size_t i = 0; i < sizeof companions / sizeof *companions; i++)
        if (strcmp(companions[i][0], row->key) == 0 && strcmp(row->scope, "form") != 0)
            return (struct frame_key){companions[i][1], row->label};
    return (struct frame_key){binding->name, row->label};
}

static int bar_cells(const struct binding *binding)
{
    struct frame_key key = bar_key(binding);
    return text_width(key.key) + 1 + text_width(key.text) + 2;
}

int keys_bar(struct desk *desk, struct frame_key *out, int room)
{
    const struct binding *chosen[32];
    int count = 0, cells = 1;

    for (size_t i = 0; i < desk->binding_count; i++) {
        const struct binding *binding = &desk->bindings[i];
        if (binding->row->bar == 0 || !key_in_scope(binding->row, desk->top) ||
            key_binding(desk, desk->top, binding->key) != binding ||
            (view_types(desk->top) && key_is_text(binding->key) &&
             strcmp(binding->row->scope, desk->top->class->name) != 0) ||
            count == (int)(sizeof chosen / sizeof *chosen) || binding_why_not(desk, binding))
            continue;
        cells += bar_cells(binding);
        int at = count++;
        for (; at > 0 && is_before(binding, chosen[at - 1]); at--)
            chosen[at] = chosen[at - 1];
        chosen[at] = binding;
    }
    /* help stands last and stays: the others make room, the last ones first */
    while (count > 1 && (count > room || cells - 2 > term_columns())) {
        cells -= bar_cells(chosen[count - 2]);
        chosen[count - 2] = chosen[count - 1];
        count--;
    }
    for (int i = 0; i < count; i++)
        out[i] = bar_key(chosen[i]);
    return count;
}
