"""Language codes: whatever a feed or a page writes becomes ISO 639-1, or nothing.

A table in the code, not a dependency: it changes about once in ten years, and babel reads a 400 kB file for it.
"""

from __future__ import annotations

import re

# ISO 639-1, then 639-2 (both forms) and the 639-3 codes of single languages that news in a macro language is tagged by.
_TWO = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg
ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn
no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta
te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
_THREE = """
aar:aa abk:ab adp:dz afr:af aka:ak alb:sq als:sq amh:am ara:ar arb:ar arg:an arm:hy asm:as ava:av ave:ae aym:ay
ayr:ay aze:az azj:az bak:ba bam:bm baq:eu bel:be ben:bn bih:bh bis:bi bod:bo bos:bs bre:br bul:bg bur:my cat:ca
ces:cs cha:ch che:ce chi:zh chu:cu chv:cv cls:sa cmn:zh cor:kw cos:co cre:cr cwd:cr cym:cy cze:cs dan:da deu:de
div:dv drh:mn dut:nl dzo:dz ekk:et ell:el eng:en epo:eo esk:ik est:et eus:eu ewe:ee fao:fo fas:fa fat:ak fij:fj
fil:tl fin:fi fra:fr fre:fr fry:fy fuc:ff ful:ff gaz:om geo:ka ger:de gla:gd gle:ga glg:gl glv:gv gre:el grn:gn
gug:gn guj:gu hat:ht hau:ha heb:he her:hz hin:hi hmo:ho hrv:hr hun:hu hye:hy ibo:ig ice:is ido:io iii:ii ike:iu
iku:iu ile:ie ina:ia ind:id ipk:ik isl:is ita:it jav:jv jpn:ja kal:kl kan:kn kas:ks kat:ka kau:kr kaz:kk khk:mn
khm:km kik:ki kin:rw kir:ky kmr:ku knc:kr kng:kg kom:kv kon:kg kor:ko kpv:kv kua:kj kur:ku lao:lo lat:la lav:lv
lim:li lin:ln lit:lt ltz:lb lub:lu lug:lg lvs:lv lzh:zh mac:mk mah:mh mal:ml mao:mi mar:mr may:ms mkd:mk mlg:mg
mlt:mt mol:ro mon:mn mri:mi msa:ms mya:my nan:zh nau:na nav:nv nbl:nr nde:nd ndo:ng nep:ne nld:nl nno:nn nob:nb
nor:no npi:ne nya:ny oci:oc ojg:oj oji:oj ori:or orm:om ory:or oss:os pan:pa pbu:ps per:fa pes:fa pli:pi plt:mg
pol:pl por:pt prp:gu prs:fa pus:ps que:qu quz:qu roh:rm ron:ro rum:ro run:rn rus:ru sag:sg san:sa scc:sr scr:hr
sin:si slk:sk slo:sk slv:sl sme:se smo:sm sna:sn snd:sd som:so sot:st spa:es sqi:sq src:sc srd:sc srp:sr ssw:ss
sun:su swa:sw swe:sv swh:sw tah:ty tam:ta tat:tt tel:te tgk:tg tgl:tl tha:th tib:bo tir:ti ton:to tsn:tn tso:ts
tuk:tk tur:tr twi:tw uig:ug ukr:uk urd:ur uzb:uz uzn:uz ven:ve vie:vi vol:vo wel:cy wln:wa wol:wo wuu:zh xho:xh
ydd:yi yid:yi yor:yo yue:zh zha:za zho:zh zsm:ms zul:zu zyb:za
"""
# Withdrawn codes, and country codes that feeds write for the language; none of them is a language's own code.
_WRITTEN_FOR = {
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "jw": "jv",
    "jp": "ja",
    "cz": "cs",
    "dk": "da",
    "gr": "el",
    "ua": "uk",
}
_CODES = set(_TWO.split())
_ONE_FOR_THREE = dict(pair.split(":") for pair in _THREE.split())
_CODE = re.compile(r"\s*([A-Za-z]{2,3})(?![A-Za-z])")


def language_code(raw: str | None) -> str | None:
    """The ISO 639-1 code of a language tag, None for a language without one and for anything else.

    >>> [language_code(tag) for tag in ("eng", "en-US", "zh-Hant", "de_AT.UTF-8", "GER", "x-klingon", "english", "")]
    ['en', 'en', 'zh', 'de', 'de', None, None, None]
    """
    match = _CODE.match(raw or "")
    if not match:
        return None
    code = match[1].lower()
    return code if code in _CODES else _ONE_FOR_THREE.get(code, _WRITTEN_FOR.get(code))
