#include "tui/term.h"
#include "base/arena.h"
#include "base/text.h"
#include "tui/glyph.h"
#include "tui/style.h"
#include "tui/termkeys.h"
#include "tui/termkind.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define ESC_WAIT_MS 50  /* for the rest of a sequence; Esc alone is felt after this */
#define SLICE_MS 500    /* the longest time in which a signal may go unseen */
#define FAILURES_MAX 20 /* reads that fail though something is there: the terminal is gone */
#define SEQUENCE_MAX 24 /* keys of a control sequence */
#define PASTE_MS 100    /* so long nothing comes in the middle of a paste: its end got lost */

static const int signals_leave[] = {SIGHUP, SIGTERM, SIGINT};
#define SIGNALS_LEAVE ((int)(sizeof signals_leave / sizeof *signals_leave))

/* The one terminal: curses allows no more, and signals have no other way to tell. */
static struct {
    SCREEN *screen;
    FILE *in, *out; /* headless: /dev/null; else stdin and stdout, not ours */
    bool on, headless, color, utf8, lent;
    int cursor_y, cursor_x;
    int failures;
    bool pasting;
    struct key held;   /* of a paste: the character behind the end of a line */
    struct key *queue; /* keys that were read ahead or pushed */
    size_t first, count, room;
    struct sigaction before[3], before_stop;
    volatile sig_atomic_t gone, stop;
} term;

static void leave_on_signal(int number)
{
    (void)number;
    term.gone = 1;
}

static void stop_on_signal(int number)
{
    (void)number;
    term.stop = 1;
}

/* ---- start and stop ---- */

static bool is_utf8_name(const char *name)
{
    return strcasestr(name, "UTF-8") != NULL || strcasestr(name, "UTF8") != NULL;
}

/* Widths and characters come from the locale. One that is not installed here (ssh brings its name
 * along) or none at all must not cost the clerk the names of the customers: C.UTF-8 knows them
 * all. */
static bool locale_pick(bool ascii)
{
    const char *wanted = getenv("LC_ALL");
    if (wanted == NULL || *wanted == 0)
        wanted = getenv("LC_CTYPE");
    if (wanted == NULL || *wanted == 0)
        wanted = getenv("LANG");
    bool set = setlocale(LC_CTYPE, "") != NULL;
    if (set && strcasecmp(nl_langinfo(CODESET), "UTF-8") == 0)
        return !ascii;
    bool utf8 = wanted == NULL || *wanted == 0 || is_utf8_name(wanted);
    if (setlocale(LC_CTYPE, "C.UTF-8") == NULL && setlocale(LC_CTYPE, "en_US.UTF-8") == NULL)
        utf8 = false;
    return utf8 && !ascii;
}

static enum err screen_open(struct note *notice)
{
    static const char *const others[] = {"xterm-256color", "xterm", "vt100"};
    const char *wanted = getenv("TERM");
    bool known;
    if (termkind_draws(wanted, &known)) {
        term.screen = newterm(wanted, term.out, term.in);
    } else if (known) {
        return fail(notice, ERR_UNAVAILABLE,
                    "a terminal of the kind \"%.40s\" cannot show screens; use --plain", wanted);
    }
    for (size_t i = 0; term.screen == NULL && i < sizeof others / sizeof *others; i++) {
        if (!termkind_draws(others[i], &known))
            continue;
        term.screen = newterm(others[i], term.out, term.in);
        if (term.screen != NULL && notice != NULL)
            fail(notice, ERR_OK, "Terminal \"%.40s\" is not known here; drawing as for %s.",
                 wanted != NULL ? wanted : "", others[i]);
    }
    if (term.screen == NULL)
        return fail(notice, ERR_UNAVAILABLE,
                    "no terminal description was found; is ncurses-base installed?");
    return ERR_OK;
}

static enum err screen_headless(const struct term_options *options, struct note *notice)
{
    static const char *const kinds[] = {"xterm", "vt100", "ansi"};
    term.in = fopen("/dev/null", "r");
    term.out = fopen("/dev/null", "w");
    if (term.in == NULL || term.out == NULL)
        return fail(notice, ERR_IO, "/dev/null cannot be opened");
    for (size_t i = 0; term.screen == NULL && i < sizeof kinds / sizeof *kinds; i++)
        term.screen = newterm(kinds[i], term.out, term.in);
    if (term.screen == NULL)
        return fail(notice, ERR_UNAVAILABLE,
                    "no terminal description was found; is ncurses-base installed?");
    resizeterm(options->rows, options->columns);
    return ERR_OK;
}

/* Where the terminal can say what is pasted, text stays text: the end of a pasted line posts
 * nothing, and a word that is pasted into a list runs no commands. */
static void paste_say(bool on)
{
    const char *says = term.headless ? NULL : termkind_paste(on);

    if (says != NULL) {
        fputs(says, term.out);
        fflush(term.out);
    }
}

static void signals_take(void)
{
    struct sigaction action = {.sa_handler = leave_on_signal};
    for (int i = 0; i < SIGNALS_LEAVE; i++)
        sigaction(signals_leave[i], &action, &term.before[i]);
    action.sa_handler = stop_on_signal;
    sigaction(SIGTSTP, &action, &term.before_stop);
}

static void signals_give_back(void)
{
    for (int i = 0; i < SIGNALS_LEAVE; i++)
        sigaction(signals_leave[i], &term.before[i], NULL);
    sigaction(SIGTSTP, &term.before_stop, NULL);
}

static void modes_set(bool color)
{
    raw(); /* Ctrl-S, Ctrl-Q, Ctrl-Z and Ctrl-C are keys; flow control is off */
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    intrflush(stdscr, FALSE);
    typeahead(-1);
    set_escdelay(ESC_WAIT_MS);
    const char *no_color = getenv("NO_COLOR");
    term.color = color && (no_color == NULL || *no_color == 0) && has_colors() == TRUE;
    if (term.color) {
        start_color();
        use_default_colors();
        style_pairs();
    }
    termkeys_define();
    paste_say(true);
}

enum err term_start(const struct term_options *options, struct note *notice)
{
    must(!term.on);
    if (notice != NULL)
        note_clear(notice);
    memset(&term, 0, sizeof term);
    term.headless = options->headless;
    term.utf8 = locale_pick(options->ascii);
    term.in = stdin;
    term.out = stdout;
    enum err e = ERR_OK;
    if (!options->headless && (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)))
        return fail(notice, ERR_UNAVAILABLE, "this is not a terminal; use a command, or --plain");
    e = options->headless ? screen_headless(options, notice) : screen_open(notice);
    term.on = true;
    if (e != ERR_OK) {
        term_stop();
        return e;
    }
    set_term(term.screen);
    modes_set(options->color);
    signals_take();
    must_hook(term_stop);
    erase();
    return ERR_OK;
}

void term_stop(void)
{
    if (!term.on)
        return;
    term.on = false;
    must_hook(NULL);
    if (term.screen != NULL) {
        if (!term.lent) {
            paste_say(false);
            endwin();
        }
        signals_give_back();
        delscreen(term.screen);
        term.screen = NULL;
    }
    if (term.headless) {
        if (term.in != NULL)
            fclose(term.in);
        if (term.out != NULL)
            fclose(term.out);
    }
    free(term.queue);
    term.queue = NULL;
    term.count = term.room = 0;
}

bool term_is_on(void)
{
    return term.on;
}

int term_rows(void)
{
    return LINES;
}

int term_columns(void)
{
    return COLS;
}

bool term_is_small(void)
{
    return LINES < TERM_ROWS_MIN || COLS < TERM_COLUMNS_MIN;
}

bool term_is_utf8(void)
{
    return term.utf8;
}

bool term_is_gone(void)
{
    return term.gone != 0;
}

void term_resize(int rows, int columns)
{
    must(term.headless && rows > 0 && columns > 0);
    resizeterm(rows, columns);
    term_push(key_of(KEYCODE_RESIZE));
}

/* ---- keys ---- */

void term_push(struct key key)
{
    if (term.first + term.count == term.room) {
        if (term.first > 0) {
            memmove(term.queue, term.queue + term.first, term.count * sizeof *term.queue);
            term.first = 0;
        } else {
            term.room = term.room * 2 + 64;
            term.queue = mem_resize(term.queue, term.room, sizeof *term.queue);
        }
    }
    term.queue[term.first + term.count++] = key;
}

/* At the place `at` of the queue. */
static void queue_insert(size_t at, struct key key)
{
    term_push(key);
    struct key *place = term.queue + term.first + at;
    memmove(place + 1, place, (term.count - 1 - at) * sizeof *place);
    *place = key;
}

/* Nothing was read: was it only the time? A hung-up line answers every read at once, for ever. */
static void failure_judge(int error)
{
    struct pollfd poll_in = {.fd = STDIN_FILENO, .events = POLLIN};
    if (error == EIO) {
        term.gone = 1;
        return;
    }
    if (poll(&poll_in, 1, 0) <= 0) {
        term.failures = 0;
        return;
    }
    if ((poll_in.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0 || ++term.failures > FAILURES_MAX)
        term.gone = 1;
}

static bool curses_read(int wait_ms, int *code, struct key *out)
{
    wint_t got = 0;
    timeout(wait_ms);
    errno = 0;
    int result = get_wch(&got);
    if (result == ERR) {
        failure_judge(errno);
        return false;
    }
    term.failures = 0;
    *code = result == KEY_CODE_YES ? (int)got : 0;
    *out = *code ? termkeys_of(*code) : key_rune((uint32_t)got);
    return true;
}

/* A key in the middle of a paste as text; false = nothing comes of it. The end of the last line is
 * none: a cell that is copied from a spreadsheet has one. */
static bool pasted(struct key key, struct key *out)
{
    if (key_is(key, KEYCODE_RESIZE)) {
        *out = key;
        return true;
    }
    if (key_is(key, KEYCODE_ENTER)) {
        term.held = key_pasted('\n');
        return false;
    }
    if (!key_is_text(key) && !key_is(key, KEYCODE_TAB))
        return false;
    *out = key_pasted(key_is(key, KEYCODE_TAB) ? '\t' : key.rune);
    if (key_is(term.held, KEYCODE_PASTED)) {
        const struct key line_end = term.held;
        term.held = *out;
        *out = line_end;
    }
    return true;
}

/* What was read before for later; of a paste its first key only when more comes behind it. */
static bool held_take(struct key *out)
{
    if (!key_is(term.held, KEYCODE_PASTED) || term.held.rune == '\n')
        return false;
    *out = term.held;
    term.held = key_of(KEYCODE_NONE);
    return true;
}

static bool key_read(int wait_ms, struct key *out)
{
    int code;

    if (held_take(out))
        return true;
    while (curses_read(wait_ms, &code, out)) {
        if (code == TERMKEYS_PASTE || code == TERMKEYS_PASTE_END) {
            term.pasting = code == TERMKEYS_PASTE;
            term.held = key_of(KEYCODE_NONE);
        } else if (!term.pasting || pasted(*out, out)) {
            return true;
        }
    }
    if (wait_ms >= PASTE_MS)
        term.pasting = false;
    return false;
}

/* The rest of a control sequence that nobody told us of ("ESC [ 1 ; 5 P"). It is one key that we
 * do not know; as Esc and letters it would leave the screen and run commands. */
static bool sequence_read(void)
{
    struct key read[SEQUENCE_MAX];
    int count = 0, digits = 0;

    while (count < SEQUENCE_MAX && key_read(0, &read[count])) {
        const uint32_t rune = key_is_text(read[count]) ? read[count].rune : 0;
        count++;
        digits += rune >= '0' && rune <= '9';
        if (rune >= 0x40 && rune < 0x7F && digits > 0)
            return true;
        if (rune < 0x20 || rune > 0x3F)
            break;
    }
    for (int i = 0; i < count; i++)
        term_push(read[i]);
    return false;
}

/* Esc with a digit right behind it (what Alt and a digit send) is the function key of that number.
 */
static bool terminal_read(int wait_ms, struct key *out)
{
    if (!key_read(wait_ms, out))
        return false;
    if (!key_is(*out, KEYCODE_ESC))
        return true;
    struct key behind;
    if (!key_read(0, &behind))
        return true;
    if (behind.code == KEYCODE_RUNE && behind.rune >= '0' && behind.rune <= '9') {
        *out = key_f(behind.rune == '0' ? 10 : behind.rune - '0');
        return true;
    }
    const size_t before = term.count;
    if (key_same(behind, key_rune('[')) && sequence_read()) {
        *out = key_of(KEYCODE_OTHER);
        return true;
    }
    queue_insert(before, behind);
    return true;
}

static bool queue_take(struct key *out)
{
    if (term.count == 0)
        return false;
    *out = term.queue[term.first++];
    if (--term.count == 0)
        term.first = 0;
    return true;
}

struct key term_key(int wait_ms)
{
    struct key key;
    if (queue_take(&key))
        return key;
    do {
        if (term.gone)
            return key_of(KEYCODE_LEAVE);
        if (term.headless)
            return key_of(KEYCODE_NONE);
        if (term.stop) {
            term_suspend();
            return key_of(KEYCODE_RESIZE);
        }
        int slice = wait_ms < 0 || wait_ms > SLICE_MS ? SLICE_MS : wait_ms;
        if (terminal_read(slice, &key))
            return key;
        if (wait_ms > 0)
            wait_ms -= slice;
    } while (wait_ms != 0);
    return key_of(term.gone ? KEYCODE_LEAVE : KEYCODE_NONE);
}

bool term_key_waits(void)
{
    struct key key;
    if (term.count == 0 && term.on && !term.headless && !term.gone && terminal_read(0, &key)) {
        queue_insert(0, key); /* an Esc may have left the keys behind it in the queue */
    }
    return term.count > 0;
}

static bool is_interrupt(struct key key)
{
    return key_is(key, KEYCODE_ESC) || key_same(key, key_ctrl('c'));
}

bool term_interrupted(void)
{
    struct key key;
    if (term.headless) {
        if (term.count == 0 || !is_interrupt(term.queue[term.first]))
            return term.gone != 0;
        queue_take(&key);
        return true;
    }
    while (!term.gone && terminal_read(0, &key)) {
        if (is_interrupt(key))
            return true;
        term_push(key);
    }
    return term.gone != 0;
}

/* ---- the picture ---- */

void term_frame(void)
{
    erase();
    term.cursor_y = term.cursor_x = 0;
}

void term_show(void)
{
    move(term.cursor_y, term.cursor_x);
    wnoutrefresh(stdscr);
    doupdate();
}

void term_redraw(void)
{
    clearok(curscr, TRUE);
}

void term_beep(void)
{
    if (term.on)
        beep();
}

/* Our own, not curses' handler: that one throws away what was typed meanwhile, and stops at any
 * moment, even while the books are held. */
void term_suspend(void)
{
    struct sigaction usual = {.sa_handler = SIG_DFL}, ours;
    term.stop = 0;
    if (term.headless || term.gone)
        return;
    def_prog_mode();
    paste_say(false);
    endwin();
    sigaction(SIGTSTP, &usual, &ours);
    kill(0, SIGTSTP); /* the whole job, as the key would; we stand still here until continued */
    sigaction(SIGTSTP, &ours, NULL);
    reset_prog_mode();
    paste_say(true);
    term_redraw();
    refresh();
}

void term_lend(void)
{
    must(!term.lent);
    term.lent = true;
    def_prog_mode();
    paste_say(false);
    endwin();
}

void term_take(void)
{
    must(term.lent);
    term.lent = false;
    reset_prog_mode();
    paste_say(true);
    term_redraw();
    refresh();
}

void term_put_cursor(int y, int x)
{
    if (y >= 0 && y < LINES && x >= 0 && x < COLS) {
        term.cursor_y = y;
        term.cursor_x = x;
    }
}

/* What stands for the few signs of ours where only ASCII can be shown. */
static uint32_t ascii_of(uint32_t rune)
{
    switch (rune) {
    case 0x2026: /* cut here */ return '~';
    case 0x25B2: return '^';
    case 0x25BC: return 'v';
    case 0x25B6: return '>';
    case 0x2500: return '-';
    /* the parts of a stacked bar differ here as they do in a chart of base/chart */
    case 0x2593: return '=';
    case 0x2592: return '+';
    case 0x2591: return '-';
    case 0x259A: return 'o';
    case 0x259E: return 'x';
    case 0x2596: return ':';
    case 0x00B7: return '.';
    default: break;
    }
    const char letter = text_ascii(rune);
    return letter != 0 ? (uint32_t)letter : rune >= 0x2580 && rune <= 0x259F ? '#' : '?';
}

void term_put(int y, int x, unsigned style, const char *text)
{
    wchar_t wide[256];
    size_t count = 0, len;
    if (y < 0 || y >= LINES || x < 0 || x >= COLS)
        return;
    attrset((int)style_attributes(style, term.color));
    move(y, x);
    for (uint32_t rune; (rune = glyph_decode(text, &len)), len > 0; text += len) {
        int cells = wcwidth((wchar_t)rune);
        if (cells < 0 || (!term.utf8 && rune > '~')) {
            rune = ascii_of(rune);
            cells = cells < 0 ? 1 : cells;
        }
        if (x + cells > COLS)
            break;
        if (count + 2 >= sizeof wide / sizeof *wide) {
            addnwstr(wide, (int)count);
            count = 0;
        }
        if (cells > 0 || term.utf8)
            wide[count++] = (wchar_t)rune;
        if (cells == 2 && !term.utf8)
            wide[count++] = L'?';
        x += cells;
    }
    addnwstr(wide, (int)count);
    attrset(A_NORMAL);
}

void term_cursor(int *y, int *x)
{
    *y = term.cursor_y;
    *x = term.cursor_x;
}
