# What was said with a customer, what is to follow, and enquiries with their answers.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Ltd"
  ACME
$ clerk -q customer add --code BOLT --name "Bolt GmbH"
  BOLT
$ clerk -q invoice issue --customer ACME --amount 100 --date 2026-09-01
  INV-1001
$ clerk contact log --customer ACME --text "they look into it" --with Kim --next +7 --action "call again" --document INV-1001
  1
! call is logged with ACME: contact 1; next on 2026-11-29: call again
$ clerk contact log --customer ACME --kind enquiry --date 2026-11-19 --text "where is the credit memo?" --owner ben
  2
! enquiry from ACME: contact 2
$ clerk contact log --customer BOLT --kind conference --date 2026-11-25 --text "yearly terms"
  3
! conference is planned with BOLT: contact 3
$ clerk contact log --customer BOLT --kind letter --date 2026-11-20
  4
! letter is logged with BOLT: contact 4
$ clerk contact log --customer BOLT --kind note --text "moves in spring"
  5
! note is kept at BOLT: contact 5
$ clerk contact list --format csv
  id,date,customer,name,kind,way,with,document,text,status,next,action,next_owner,owner,closed,turnaround_days,dispute,outcome
  3,2026-11-25,BOLT,Bolt GmbH,conference,out,,,yearly terms,planned,,,anna,anna,,,,
  5,2026-11-22,BOLT,Bolt GmbH,note,,,,moves in spring,,,,,anna,,,,
  1,2026-11-22,ACME,Acme Ltd,call,out,Kim,INV-1001,they look into it,to follow,2026-11-29,call again,anna,anna,,,,
  4,2026-11-20,BOLT,Bolt GmbH,letter,out,,,,,,,,anna,,,,
  2,2026-11-19,ACME,Acme Ltd,enquiry,in,,,where is the credit memo?,open,,,,ben,,,,
$ clerk contact list --open
  Contacts
  what waits
  
    No. Date       Customer Kind       Way With Document What was said             Status    Next       Action     Whose Owner Closed
    --- ---------- -------- ---------- --- ---- -------- ------------------------- --------- ---------- ---------- ----- ----- ------
  *   3 2026-11-25 BOLT     conference out               yearly terms              planned                         anna  anna
  *   1 2026-11-22 ACME     call       out Kim  INV-1001 they look into it         to follow 2026-11-29 call again anna  anna
  *   2 2026-11-19 ACME     enquiry    in                where is the credit memo? open                                  ben
$ clerk contact list ACME --kind enquiry
  Contacts
  ACME Acme Ltd
  
    No. Date       Customer Kind    Way With Document What was said             Status Next Action Whose Owner Closed Days Case
    --- ---------- -------- ------- --- ---- -------- ------------------------- ------ ---- ------ ----- ----- ------ ---- ----
  *   2 2026-11-19 ACME     enquiry in                where is the credit memo? open                     ben
$ clerk contact list --from 2026-11-20 --to 2026-11-22 --format csv
  id,date,customer,name,kind,way,with,document,text,status,next,action,next_owner,owner,closed,turnaround_days,dispute,outcome
  5,2026-11-22,BOLT,Bolt GmbH,note,,,,moves in spring,,,,,anna,,,,
  1,2026-11-22,ACME,Acme Ltd,call,out,Kim,INV-1001,they look into it,to follow,2026-11-29,call again,anna,anna,,,,
  4,2026-11-20,BOLT,Bolt GmbH,letter,out,,,,,,,,anna,,,,
# Answered; it became a dispute.
$ clerk -q dispute open --invoice INV-1001 --amount 40 --reason PRICE
  1
$ clerk contact close 2 --text "credit memo follows" --dispute 1
  2
! enquiry 2 of ACME is answered, 3 days after it came
$ clerk contact close 3 --date 2026-11-25 --text "same terms"
  3
! conference 3 with BOLT is held
$ clerk contact close 1
  1
! call 1 with ACME is done
$ clerk contact list --open
  Contacts
  what waits
  
  No.  Date  Customer  Kind  Way  With  Document  What was said  Status  Next  Action  Whose  Owner  Closed  Days  Case
  ---  ----  --------  ----  ---  ----  --------  -------------  ------  ----  ------  -----  -----  ------  ----  ----
  (nothing to show)
$ clerk contact list ACME --kind enquiry --format csv
  id,date,customer,name,kind,way,with,document,text,status,next,action,next_owner,owner,closed,turnaround_days,dispute,outcome
  2,2026-11-19,ACME,Acme Ltd,enquiry,in,,,where is the credit memo?,answered,,,,ben,2026-11-22,3,1,credit memo follows
# What cannot be.
$ clerk contact log --customer ACME --kind fax
! arledger: --kind: 'fax' is not one of call, e-mail, letter, visit, enquiry, conference, note
= 65
$ clerk contact log --customer ACME --kind note
! arledger: say what it is about: the text is missing
= 65
$ clerk contact log --customer ACME --action "call again"
! arledger: --next is missing: on which day is this to follow?
= 2
$ clerk contact log --customer ACME --next 2026-11-01
! arledger: what is to follow cannot be before the contact itself
= 65
$ clerk contact log --customer BOLT --document INV-1001
! arledger: --document: INV-1001 is a paper of ACME
= 65
$ clerk contact close 2
! arledger: contact 2 is closed already
= 65
$ clerk contact close 9
! arledger: there is no contact 9; `contact list` shows them
= 65
$ clerk contact close 5
! arledger: contact 5 waits for nothing
= 65
$ clerk -q contact log --customer ACME --next +3 --date 2026-11-20
  6
$ clerk contact close 6 --date 2026-11-01
! arledger: contact 6 cannot be closed before it was made
= 65
$ clerk contact close 6 --dispute 7
! arledger: there is no dispute 7; `dispute list` shows them
= 65
$ clerk book verify 2>&1 | sed 's|, head.*||'
  verified: 14 entries, 1 documents
$ clerk contact show 1
  Contact 1: call
  
  customer  ACME   Acme Ltd
  date      2026-11-22
  way       we went to them
  with      Kim
  about     INV-1001
  noted by  anna
  owner     anna
  next on   2026-11-29
  next      call again
  whose     anna
  
  they look into it
  
  done  2026-11-22
$ clerk contact show 2
  Contact 2: enquiry
  
  customer     ACME   Acme Ltd
  date         2026-11-19
  way          they came to us
  noted by     anna
  answered by  ben
  
  where is the credit memo?
  
  answered     2026-11-22
  days         3
  became case  1
  
  credit memo follows
$ clerk contact show 99
! arledger: there is no contact 99; `contact list` shows them
= 65
