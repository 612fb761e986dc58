# What should not stay as it is, what each one did, and signs that money was taken.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ at() { when=$1; who=$2; shift 2; arledger --now $when --actor $who --locale C.UTF-8 --no-input -q "$@"; }
> for n in 1 2 3 4 5 6 7; do at 2026-08-03T08:00:00Z anna customer add --code C$n --name "House $n" --parent "" >/dev/null; at 2026-08-03T08:1$n:00Z anna invoice issue --customer C$n --date 2026-08-01 --amount 400 >/dev/null; done
> for n in 1 2 3 4 5; do at 2026-10-0${n}T09:00:00Z vera payment receive --customer C$n --payer "House $((n + 1))" --amount 400 --date 2026-10-0$n --method cheque --apply INV-100$n; done
> at 2026-10-06T09:00:00Z vera credit issue --customer C6 --amount 400 --date 2026-10-06
> at 2026-10-06T09:05:00Z boris payment receive --customer C7 --payer "House 7" --amount 100 --date 2026-10-06
> at 2026-10-06T09:15:00Z boris contact log --customer C7 --kind call --text "sent a cheque"
> at 2026-10-06T09:20:00Z boris payment receive --amount 55 --date 2026-10-06 --payer "nobody known"
> at 2026-10-07T11:00:00Z boris payment reverse --payment P-1006 --date 2026-10-07 --reason keying
> at 2026-10-07T11:10:00Z anna dispute open --invoice INV-1007 --amount 100 --reason OTHER --text "they say that they paid already" --date 2026-10-07
> at 2026-10-07T11:12:00Z anna promise take --customer C7 --amount 50 --date 2026-10-12
> at 2026-10-20T09:00:00Z boris payment receive --customer C7 --amount 25 --date 2026-11-15 --method cheque
  P-1001
  P-1002
  P-1003
  P-1004
  P-1005
  CM-1001
  P-1006
  1
  P-1007
  REV-1001
  1
  1
  P-1008
# The chain: what the second one pays is credited to the first, and so on.
$ clerk report signs --as-of 2026-10-31
  Signs of misuse
  posted 2026-08-03 to 2026-10-31, EUR
  
    Who       Sign          Count  of  Own %  Others %    Amount  Days  Speaks  Papers
    -----  -  ------------  -----  --  -----  --------  --------  ----  ------  ------------------------------------------------------
    boris  g  already-paid      1   1    100         0    100.00                INV-1007
  ! vera   a  chain             4   5     80         0  1,600.00     1  x       P-1002 (C3 for C2), P-1003 (C4 for C3), P-1004 (C5 fo…
  ! vera   a  payer             5   5    100         0  2,000.00        x       P-1001 (C2 for C1), P-1002 (C3 for C2), P-1003 (C4 fo…
  
  To be looked at: vera. Money is posted 0 days after it came, and banked after 28, in the middle. A sign speaks when it comes far more often than with the others; it is no proof.
$ clerk report signs --as-of 2026-10-31 --detail --format csv --where "sign=chain | sign=already-paid"
  who,sign,day,document,customer,other,days,amount,what
  vera,chain,2026-10-02,P-1002,C2,C3,1,400.00,"one customer's money paid for another, whose own money paid for a third"
  vera,chain,2026-10-03,P-1003,C3,C4,1,400.00,"one customer's money paid for another, whose own money paid for a third"
  vera,chain,2026-10-04,P-1004,C4,C5,1,400.00,"one customer's money paid for another, whose own money paid for a third"
  vera,chain,2026-10-05,P-1005,C5,C6,1,400.00,"one customer's money paid for another, whose own money paid for a third"
  boris,already-paid,2026-10-07,INV-1007,C7,,,100.00,the customer says that it paid already
$ clerk report signs --as-of 2026-10-31 --days 0
! arledger: --days: from 1 to 3660
= 65
# By the clock: the actor's own acts, minutes and corrections.
$ clerk report team --from 2026-10-01 --to 2026-10-07
  The team
  EUR, 2026-10-01 to 2026-10-07
  
  Day         User   Acts  Minutes  Receipts  Received  Applied  Waits  Papers  Billed  Calls  Corrections
  ----------  -----  ----  -------  --------  --------  -------  -----  ------  ------  -----  -----------
  2026-10-01  vera      1        1         1    400.00        1      .       0       .      0            0
  2026-10-02  vera      1        1         1    400.00        1      .       0       .      0            0
  2026-10-03  vera      1        1         1    400.00        1      .       0       .      0            0
  2026-10-04  vera      1        1         1    400.00        1      .       0       .      0            0
  2026-10-05  vera      1        1         1    400.00        1      .       0       .      0            0
  2026-10-06  boris     3       16         2    155.00        0  55.00       0       .      1            0
  2026-10-06  vera      1        1         0         .        0      .       1  400.00      0            0
  2026-10-07  anna      2        3         0         .        0      .       0       .      0            0
  2026-10-07  boris     1        1         0         .        1      .       0       .      0            1
                     ----  -------  --------  --------  -------  -----  ------  ------  -----  -----------
  Total                12       26         7  2,155.00        6  55.00       1  400.00      1            1
  
  By the clock. Minutes are those between one entry and the next, pauses of more than 15 left out.
$ clerk report team --from 2026-10-01 --to 2026-10-31 --by user --format csv
  day,user,acts,minutes,receipts,received,applied,unapplied,papers,billed,contacts,corrections
  ,anna,2,3,0,0.00,0,0.00,0,0.00,0,0
  ,boris,5,18,3,180.00,1,80.00,0,0.00,1,1
  ,vera,6,6,5,2000.00,5,0.00,1,400.00,0,0
$ clerk report team --from 2026-10-01 --to 2026-10-31 --user boris --format csv
  day,user,acts,minutes,receipts,received,applied,unapplied,papers,billed,contacts,corrections
  2026-10-06,boris,3,16,2,155.00,0,55.00,0,0.00,1,0
  2026-10-07,boris,1,1,0,0.00,1,0.00,0,0.00,0,1
  2026-10-20,boris,1,1,1,25.00,0,25.00,0,0.00,0,0
$ clerk report team --from 2025-10-01 --to 2025-10-31
  The team
  EUR, 2025-10-01 to 2025-10-31
  
  Day  User  Acts  Minutes  Receipts  Received  Applied  Waits  Papers  Billed  Calls  Corrections
  ---  ----  ----  -------  --------  --------  -------  -----  ------  ------  -----  -----------
  (nothing to show)
  
  By the clock. Minutes are those between one entry and the next, pauses of more than 15 left out.
$ clerk report exceptions
  Exceptions
  on 2026-11-22
  
    Kind             What                                                  Customer  Document  Since       Days  Cur  Amount  Who
    ---------------  ----------------------------------------------------  --------  --------  ----------  ----  ---  ------  -----
  ! unidentified     money of nobody known, from nobody known                        P-1007    2026-10-06    47  EUR   55.00  boris
  ! unapplied        money that is paid against nothing                    C7        P-1008    2026-11-15     7  EUR   25.00  boris
  ! post-dated due   its day has come, and it is not at the bank           C7        P-1008    2026-11-15     7  EUR   25.00  boris
  ! credit           a credit memo that names no invoice and no reference  C6        CM-1001   2026-10-06    47  EUR  400.00  vera
  ! dispute overdue  OTHER, to be decided by then                          C7        INV-1007  2026-10-21    32  EUR  100.00  anna
  ! promise broken   promised for then, and it did not come                C7                  2026-10-12    41  EUR   50.00  anna
  
  The same money may stand in several lines: no total.
$ clerk report exceptions --format csv --where "kind~promise"
  kind,what,customer,document,since,days,currency,amount,who
  promise broken,"promised for then, and it did not come",C7,,2026-10-12,41,EUR,50.00,anna

# One sign that speaks by itself points at nobody, and it is said whose it is.
$ at() { when=$1; shift; arledger --now $when --actor boris --locale C.UTF-8 --no-input -q "$@"; }
> for n in 1 2 3 4; do at 2026-12-0${n}T08:00:00Z invoice issue --customer C7 --amount 101 --number W-$n --date 2026-11-20; at 2026-12-0${n}T09:00:00Z payment receive --customer C7 --amount 100 --date 2026-12-0$n --method cash --apply W-$n; at 2026-12-0${n}T09:05:00Z writeoff post --invoice W-$n --amount 1 --reason small --date 2026-12-0$n; done >/dev/null
> at 2026-12-05T09:00:00Z report signs --as-of 2026-12-05 --days 5
  Signs of misuse
  posted 2026-12-01 to 2026-12-05, EUR
  
  Who       Sign      Count  of  Own %  Others %  Amount  Days  Speaks  Papers
  -----  -  --------  -----  --  -----  --------  ------  ----  ------  ----------------------------------
  boris  d  forgiven      4   4    100              4.00        x       WO-1001, WO-1002, WO-1003, WO-1004
  
  Nobody stands out: forgiven of boris speaks, too little by itself. Money is posted 0 days after it came, and banked after 3, in the middle. A sign speaks when it comes far more often than with the others; it is no proof.
