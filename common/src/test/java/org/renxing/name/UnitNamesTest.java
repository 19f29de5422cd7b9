package org.renxing.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitNamesTest {
  private static final UnitIndex INDEX = index();

  private static UnitIndex index() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    names.put("110000", List.of("110000"));
    names.put("北京市", List.of("110000"));
    names.put("Beijing", List.of("110000"));
    names.put("西安市", List.of("610100"));
    names.put("Xi'an", List.of("610100"));
    names.put("苏州市", List.of("320500"));
    names.put("宿州市", List.of("341300"));
    names.put("Suzhou", List.of("320500", "341300"));
    names.put("延边朝鲜族自治州", List.of("222400"));
    names.put("大兴安岭地区", List.of("232700"));
    names.put("锡林郭勒盟", List.of("152500"));
    names.put("襄樊市", List.of("420600"));
    names.put("襄阳市", List.of("420600"));
    names.put("吕梁市", List.of("141100"));
    names.put("Lüliang", List.of("141100"));
    names.put("沛县", List.of("320322"));
    return new UnitIndex(names);
  }

  @ParameterizedTest
  @CsvSource({
    "北京, 110000",
    "北　京　市, 110000",
    "' 北 京 市 ', 110000",
    "１１００００, 110000",
    "ＢＥＩＪＩＮＧ, 110000",
    "Beijing City, 110000",
    "beijing shi, 110000",
    "Běijīng, 110000",
    "Bei jing, 110000",
    "Xi’an, 610100",
    "XIAN, 610100",
    "Xī'ān Municipality, 610100",
    "延边朝鲜族, 222400",
    "大兴安岭, 232700",
    "锡林郭勒, 152500",
    "襄樊, 420600",
    "Luliang, 141100",
    "沛县, 320322"
  })
  void formsOfOneNameFindOneUnit(String text, String id) {
    assertThat(INDEX.find(text)).containsExactly(id);
  }

  @Test
  void namesOfSeveralUnitsFindAllAndOthersNone() {
    assertThat(INDEX.find("Suzhou City")).containsExactly("320500", "341300");
    assertThat(INDEX.find("苏")).isEmpty();
    assertThat(INDEX.find("沛")).isEmpty();
    assertThat(INDEX.find("虚构市")).isEmpty();
    assertThat(INDEX.find("")).isEmpty();
  }

  @Test
  void nearestNamesComeInOrder() {
    assertThat(INDEX.nearest("西按市")).containsExactly("西安市");
    assertThat(INDEX.nearest("肃州市")).containsExactly("宿州市", "苏州市");
    assertThat(INDEX.nearest("Bejing City")).containsExactly("Beijing");
    assertThat(INDEX.nearest("完全不同的名字")).isEmpty();
    assertThat(INDEX.nearest("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "通州区, 通州",
    "苏州, 苏州",
    "苏州市, 苏州",
    "凉山州, 凉山州",
    "伊犁哈萨克自治州, 伊犁哈萨克",
    "内蒙古自治区, 内蒙古自治区",
    "Nanshi, nanshi",
    "Guangzhou, guangzhou",
    "Xing Xian, xing"
  })
  void looseKey(String name, String key) {
    assertThat(UnitNameKey.loose(name)).isEqualTo(key);
  }

  @Property
  void keysAreKeysOfThemselves(@ForAll String name) {
    String key = UnitNameKey.exact(name);
    assertThat(UnitNameKey.exact(key)).isEqualTo(UnitNameKey.exact(UnitNameKey.exact(key)));
    assertThat(UnitNameKey.exact("  " + name + "\u3000")).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "地区生产总值（亿元）, 地区生产总值, 亿元",
    "GDP (10^8 CNY), GDP, 10^8 CNY",
    "人口[单位：万人], 人口, 万人",
    "面积, 面积, ''"
  })
  void headsAreSplit(String head, String name, String unit) {
    assertThat(HeaderText.of(head).name()).isEqualTo(name);
    assertThat(HeaderText.of(head).bracketed().orElse("")).isEqualTo(unit);
  }

  @Test
  void unitsOfCells() {
    assertThat(HeaderText.unit("（亿元）")).isEqualTo("亿元");
    assertThat(HeaderText.unit("单位：万元")).isEqualTo("万元");
    assertThat(HeaderText.unit(" % ")).isEqualTo("%");
  }
}
