#include "io/country.h"

#include "base/text.h"

#include <string.h>

static const struct {
    const char *code, *names; /* parted by | */
} countries[] = {
    {"AE", "United Arab Emirates|UAE"},
    {"AR", "Argentina"},
    {"AT", "Austria|Österreich"},
    {"AU", "Australia"},
    {"BE", "Belgium|België|Belgique|Belgien"},
    {"BG", "Bulgaria|България"},
    {"BR", "Brazil|Brasil"},
    {"CA", "Canada"},
    {"CH", "Switzerland|Schweiz|Suisse|Svizzera"},
    {"CL", "Chile"},
    {"CN", "China|People's Republic of China|中国"},
    {"CO", "Colombia"},
    {"CY", "Cyprus"},
    {"CZ", "Czech Republic|Czechia|Česko|Česká republika"},
    {"DE", "Germany|Deutschland|Allemagne|Alemania"},
    {"DK", "Denmark|Danmark"},
    {"EE", "Estonia|Eesti"},
    {"EG", "Egypt"},
    {"ES", "Spain|España|Spanien|Espagne"},
    {"FI", "Finland|Suomi"},
    {"FR", "France|Frankreich|Francia"},
    {"GB", "United Kingdom|UK|Great Britain|England|Scotland|Wales|Northern Ireland"},
    {"GR", "Greece|Ελλάδα|EL"},
    {"HK", "Hong Kong"},
    {"HR", "Croatia|Hrvatska"},
    {"HU", "Hungary|Magyarország"},
    {"ID", "Indonesia"},
    {"IE", "Ireland|Republic of Ireland|Eire|Éire"},
    {"IL", "Israel"},
    {"IN", "India"},
    {"IS", "Iceland|Ísland"},
    {"IT", "Italy|Italia|Italien|Italie"},
    {"JP", "Japan|日本"},
    {"KR", "South Korea|Korea|Republic of Korea|Korea, Republic of"},
    {"LI", "Liechtenstein"},
    {"LT", "Lithuania|Lietuva"},
    {"LU", "Luxembourg|Luxemburg"},
    {"LV", "Latvia|Latvija"},
    {"MA", "Morocco|Maroc"},
    {"MT", "Malta"},
    {"MX", "Mexico|México"},
    {"MY", "Malaysia"},
    {"NG", "Nigeria"},
    {"NL", "Netherlands|The Netherlands|Holland|Nederland|Niederlande|Pays-Bas"},
    {"NO", "Norway|Norge|Noreg"},
    {"NZ", "New Zealand"},
    {"PE", "Peru|Perú"},
    {"PH", "Philippines"},
    {"PL", "Poland|Polska|Polen"},
    {"PT", "Portugal"},
    {"RO", "Romania|România"},
    {"RS", "Serbia|Srbija"},
    {"SA", "Saudi Arabia"},
    {"SE", "Sweden|Sverige|Schweden"},
    {"SG", "Singapore"},
    {"SI", "Slovenia|Slovenija"},
    {"SK", "Slovakia|Slovensko"},
    {"TH", "Thailand"},
    {"TR", "Turkey|Türkiye"},
    {"TW", "Taiwan"},
    {"UA", "Ukraine|Україна"},
    {"US", "United States|United States of America|USA|U.S.A.|U.S."},
    {"VN", "Vietnam|Viet Nam"},
    {"ZA", "South Africa"},
};

bool country_is(const char *code)
{
    if (strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 2)
        return false;
    const size_t part = code[2] ? strspn(code + 3, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") : 0;
    return !code[2] || (code[2] == '-' && part >= 1 && part <= 3 && !code[3 + part]);
}

static bool is_named(const char *names, const char *text, struct arena *arena)
{
    char *list = arena_text(arena, names);

    while (*list) {
        char *name = list;
        list += strcspn(list, "|");
        if (*list)
            *list++ = 0;
        if (text_same(name, text))
            return true;
    }
    return false;
}

const char *country_code(const char *text, struct arena *arena)
{
    char *code = text_trim(arena_text(arena, text));

    for (size_t i = 0; i < sizeof countries / sizeof *countries; i++)
        if (is_named(countries[i].names, code, arena))
            return countries[i].code;
    for (char *c = code; *c; c++)
        *c = (char)(*c >= 'a' && *c <= 'z' ? *c - ('a' - 'A') : *c);
    return country_is(code) ? code : NULL;
}
