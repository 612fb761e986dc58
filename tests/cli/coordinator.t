# A coordinator's day on the sample firm: calls, promises, disputes, letters with what is left out of them, a
# hold; and the day after.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --demo --sandbox 2>/dev/null
$ clerk report worklist --format csv >list.csv; awk -F, 'NR > 1 && NR < 22 {print $2}' list.csv >calls
$ wc -l <calls
  15
$ for code in $(cat calls); do clerk -q contact log --customer $code --text "asked for payment" --next +7; done | wc -l
  15
$ awk -F, '{print $1}' list.csv | sort -n | tail -1
  54
# Called customers lose the points of silence.
$ clerk report worklist --limit 2 --format csv | cut -d, -f1,2,5,8,9
  score,customer,overdue,last_contact,next
  44,PALLADIO,4639.20,2026-11-22,2026-11-29
  37,QINDIL,2880.24,2026-11-22,2026-11-29

# Three promises, one for today.
$ clerk -q promise take --customer PALLADIO --date 2026-11-22 --amount 4639.20
  1
$ clerk -q promise take --customer QINDIL --date 2026-12-05 --amount 1000
  2
$ clerk -q promise take --customer MAGNOLIA --date 2026-12-01 --amount 1662.32
  3
# Two disputes; one item is questioned in part.
$ clerk -q dispute open INV-2398 --reason PRICE --amount 200 --text "another price was agreed"
  49
$ clerk -q dispute open INV-2445 --reason DAMAGE --text "two lamps broken"
  50
# Who gets a letter, and who is left out for which reason.
$ clerk dunning preview --format csv >preview.csv; head -1 preview.csv
  customer,name,document,due,days_past_due,currency,open,disputed,credits,before,level,amount,fee,reason,why,pending
$ grep -E 'PALLADIO|MAGNOLIA|DESERT|QINDIL' preview.csv
  DESERT,Desert Glow Interiors,INV-2398,2026-10-15,38,USD,3210.02,200.00,0.00,,1,3010.02,,,38 days past due; 200.00 disputed,
  DESERT,Desert Glow Interiors,INV-2445,2026-11-21,1,USD,1294.15,1294.15,0.00,,,,,disputed,all that is open is disputed,
  MAGNOLIA,Magnolia Electric Supply,INV-2359,2026-09-18,65,USD,1662.32,0.00,0.00,,,,,promise,promised for 2026-12-01,
  PALLADIO,Arredi Palladiana S.r.l.,INV-2355,2026-09-13,70,EUR,4639.20,0.00,0.00,,,,,promise,promised for 2026-11-22,
  QINDIL,قنديل الشرق ش.م.م,INV-2300,2026-08-10,104,USD,2880.24,0.00,0.00,,,,,promise,1000.00 of it promised for 2026-12-05; waits until then,
$ clerk dunning block --customer LICHTHUIS --until 2026-12-31 --reason "talks at the top"
  1
! LICHTHUIS is not dunned until 2026-12-31: block 1
$ clerk -q --yes dunning run >letters; wc -l <letters
  16
$ clerk dunning list --format csv | grep -c -E 'PALLADIO|MAGNOLIA|LICHTHUIS'
  0
= 1
# A hold stops an order and what is not delivered; money and what was delivered pass.
$ clerk hold set FARO --reason "over 30 days late"
  FARO
! FARO is on hold: over 30 days late
$ clerk hold check --customer FARO --amount 100
  Credit of FARO
  Iluminación El Faro S.L.
  
    Rule       What                        Action  Cur     Amount       Most  Figure  Bound  Result
    ---------  --------------------------  ------  ---  ---------  ---------  ------  -----  ------
    debits     open                                EUR   8,681.70
    credits    unapplied and on account            EUR          .
    orders     not billed yet                      EUR          .
    this       this order                          EUR     100.00
    exposure   exposure                            EUR   8,781.70
    agreed     limit                               EUR  28,000.00
    insured    insured                             EUR          .
    available  available                           EUR  19,218.30
    limit      over the limit              off     EUR   8,781.70  28,000.00
    oldest     overdue for long            off                                0       60
    overdue    much overdue                off     EUR          .     100.00
    share      share overdue               off                                0.0     50.0
    dunning    dunning level               off                                0       3
    promises   promises broken             off                                0       2
    returns    payments returned           off                                0
    no-limit   no limit on file            off
  ! hand       by hand: over 30 days late  hold                                              hold
  
  FARO is on hold: by hand: over 30 days late
= 1
$ clerk invoice issue --customer FARO --number F-1 --amount 100
! arledger: FARO is on hold: by hand: over 30 days late; bill what is delivered already with --delivered, or let it pass with `hold release` or `hold override`
= 65
$ clerk invoice issue --customer FARO --number F-2 --amount 100 --delivered
  F-2
! F-2 of FARO: 100.00 EUR, due 2027-01-21; FARO is on hold: by hand: over 30 days late
$ clerk payment receive --customer FARO --number FP-1 --amount 50
  FP-1
! FP-1: 50.00 EUR from FARO; 50.00 EUR left unapplied
$ clerk -q book verify

# The next days: a promise is broken when its grace is over, and the customer is first again.
$ late() { arledger --now 2026-11-25T12:00:00Z --actor anna --locale C.UTF-8 --no-input "$@"; }; late report worklist --limit 1 --format csv | cut -d, -f1,2,7; late promise list --format csv | cut -d, -f1-12 | head -4
  score,customer,why
  84,PALLADIO,"promise broken
  id,customer,name,taken,date,kind,instalments,currency,amount,paid,state,by
  1,PALLADIO,Arredi Palladiana S.r.l.,2026-11-22,2026-11-22,promise,1,EUR,4639.20,0.00,broken,
  3,MAGNOLIA,Magnolia Electric Supply,2026-11-22,2026-12-01,promise,1,USD,1662.32,0.00,open,
  2,QINDIL,قنديل الشرق ش.م.م,2026-11-22,2026-12-05,promise,1,USD,1000.00,0.00,open,
