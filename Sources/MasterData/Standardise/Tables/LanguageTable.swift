/// ISO 639: languages by their two-letter code, then the three-letter code, the bibliographic one where it differs, and the English name.
enum LanguageTable {
    static let lines = """
        aa aar - Afar
        ab abk - Abkhazian
        ae ave - Avestan
        af afr - Afrikaans
        ak aka - Akan
        am amh - Amharic
        an arg - Aragonese
        ar ara - Arabic
        as asm - Assamese
        av ava - Avaric
        ay aym - Aymara
        az aze - Azerbaijani
        ba bak - Bashkir
        be bel - Belarusian
        bg bul - Bulgarian
        bh bih - Bihari languages
        bi bis - Bislama
        bm bam - Bambara
        bn ben - Bangla
        bo bod tib Tibetan
        br bre - Breton
        bs bos - Bosnian
        ca cat - Catalan
        ce che - Chechen
        ch cha - Chamorro
        co cos - Corsican
        cr cre - Cree
        cs ces cze Czech
        cu chu - Church Slavic
        cv chv - Chuvash
        cy cym wel Welsh
        da dan - Danish
        de deu ger German
        dv div - Divehi
        dz dzo - Dzongkha
        ee ewe - Ewe
        el ell gre Greek
        en eng - English
        eo epo - Esperanto
        es spa - Spanish
        et est - Estonian
        eu eus baq Basque
        fa fas per Persian
        ff ful - Fula
        fi fin - Finnish
        fj fij - Fijian
        fo fao - Faroese
        fr fra fre French
        fy fry - Western Frisian
        ga gle - Irish
        gd gla - Scottish Gaelic
        gl glg - Galician
        gn grn - Guarani
        gu guj - Gujarati
        gv glv - Manx
        ha hau - Hausa
        he heb - Hebrew
        hi hin - Hindi
        ho hmo - Hiri Motu
        hr hrv - Croatian
        ht hat - Haitian Creole
        hu hun - Hungarian
        hy hye arm Armenian
        hz her - Herero
        ia ina - Interlingua
        id ind - Indonesian
        ie ile - Interlingue
        ig ibo - Igbo
        ii iii - Sichuan Yi
        ik ipk - Inupiaq
        io ido - Ido
        is isl ice Icelandic
        it ita - Italian
        iu iku - Inuktitut
        ja jpn - Japanese
        jv jav - Javanese
        ka kat geo Georgian
        kg kon - Kongo
        ki kik - Kikuyu
        kj kua - Kuanyama
        kk kaz - Kazakh
        kl kal - Kalaallisut
        km khm - Khmer
        kn kan - Kannada
        ko kor - Korean
        kr kau - Kanuri
        ks kas - Kashmiri
        ku kur - Kurdish
        kv kom - Komi
        kw cor - Cornish
        ky kir - Kyrgyz
        la lat - Latin
        lb ltz - Luxembourgish
        lg lug - Ganda
        li lim - Limburgish
        ln lin - Lingala
        lo lao - Lao
        lt lit - Lithuanian
        lu lub - Luba-Katanga
        lv lav - Latvian
        mg mlg - Malagasy
        mh mah - Marshallese
        mi mri mao Māori
        mk mkd mac Macedonian
        ml mal - Malayalam
        mn mon - Mongolian
        mr mar - Marathi
        ms msa may Malay
        mt mlt - Maltese
        my mya bur Burmese
        na nau - Nauru
        nb nob - Norwegian Bokmål
        nd nde - North Ndebele
        ne nep - Nepali
        ng ndo - Ndonga
        nl nld dut Dutch
        nn nno - Norwegian Nynorsk
        no nor - Norwegian
        nr nbl - South Ndebele
        nv nav - Navajo
        ny nya - Nyanja
        oc oci - Occitan
        oj oji - Ojibwa
        om orm - Oromo
        or ori - Odia
        os oss - Ossetic
        pa pan - Punjabi
        pi pli - Pali
        pl pol - Polish
        ps pus - Pashto
        pt por - Portuguese
        qu que - Quechua
        rm roh - Romansh
        rn run - Rundi
        ro ron rum Romanian
        ru rus - Russian
        rw kin - Kinyarwanda
        sa san - Sanskrit
        sc srd - Sardinian
        sd snd - Sindhi
        se sme - Northern Sami
        sg sag - Sango
        si sin - Sinhala
        sk slk slo Slovak
        sl slv - Slovenian
        sm smo - Samoan
        sn sna - Shona
        so som - Somali
        sq sqi alb Albanian
        sr srp - Serbian
        ss ssw - Swati
        st sot - Southern Sotho
        su sun - Sundanese
        sv swe - Swedish
        sw swa - Swahili
        ta tam - Tamil
        te tel - Telugu
        tg tgk - Tajik
        th tha - Thai
        ti tir - Tigrinya
        tk tuk - Turkmen
        tl tgl - Tagalog
        tn tsn - Tswana
        to ton - Tongan
        tr tur - Turkish
        ts tso - Tsonga
        tt tat - Tatar
        tw twi - Twi
        ty tah - Tahitian
        ug uig - Uyghur
        uk ukr - Ukrainian
        ur urd - Urdu
        uz uzb - Uzbek
        ve ven - Venda
        vi vie - Vietnamese
        vo vol - Volapük
        wa wln - Walloon
        wo wol - Wolof
        xh xho - Xhosa
        yi yid - Yiddish
        yo yor - Yoruba
        za zha - Zhuang
        zh zho chi Chinese
        zu zul - Zulu
        """

    /// ISO 639-2 codes of languages that have no two-letter code.
    static let threeLetterOnly = """
        ace ach ada ady afa afh ain akk ale alg alt ang anp apa arc arn arp art arw ast ath aus awa bad bai bal ban bas bat bej bem ber
        bho bik bin bla bnt bra btk bua bug byn cad cai car cau ceb cel chb chg chk chm chn cho chp chr chy cmc cnr cop cpe cpf cpp crh
        crp csb cus dak dar day del den dgr din doi dra dsb dua dum dyu efi egy eka elx enm ewo fan fat fil fiu fon frm fro frr frs fur
        gaa gay gba gem gez gil gmh goh gon gor got grb grc gsw gwi hai haw hil him hit hmn hsb hup iba ijo ilo inc ine inh ira iro jbo
        jpr jrb kaa kab kac kam kar kaw kbd kha khi kho kmb kok kos kpe krc krl kro kru kum kut lad lah lam lez lol loz lua lui lun luo
        lus mad mag mai mak man map mas mdf mdr men mga mic min mkh mnc mni mno moh mos mun mus mwl mwr myn myv nah nai nap nds new nia
        nic niu nog non nqo nso nub nwc nym nyn nyo nzi osa ota oto paa pag pal pam pap pau peo phi phn pon pra pro raj rap rar roa rom
        rup sad sah sai sal sam sas sat scn sco sel sem sga sgn shn sid sio sit sla sma smi smj smn sms snk sog son srn srr ssa suk sus
        sux syc syr tai tem ter tet tig tiv tkl tlh tli tmh tog tpi tsi tum tup tut tvl tyv udm uga umb vai vot wak wal war was wen xal
        yao yap ypk zap zbl zen zgh znd zun zza
        """
}
